import { ExternalContextCreator } from '@nestjs/core/helpers/external-context-creator.js';
import type { HostRequest } from '../../monitoring.options.js';
import { Caller } from './caller.js';
import { watchCreator } from './creator-watch.js';
import { nestHandler } from './nest-handler.js';
import type { WatchedHandler } from './watched-handler.js';

/** What `@Query()`, `@Mutation()` and `@Subscription()` leave on a method. */
export const RESOLVER_TYPE = 'graphql:resolver_type';
const VERBS = ['QUERY', 'MUTATION', 'SUBSCRIPTION'];

interface Info {
  readonly fieldName?: unknown;
  readonly operation?: { readonly name?: { readonly value?: unknown } };
}

interface GraphqlContext {
  readonly req?: HostRequest;
  readonly request?: HostRequest;
  /** Of `graphql-ws`. */
  readonly extra?: { readonly request?: HostRequest };
}

/** Watches GraphQL's resolvers, and what other libraries have Nest call for them, such as consumers of RabbitMQ. */
export function watchGraphql(): void {
  watchCreator({
    prototype: ExternalContextCreator.prototype,
    proxy: 'externalErrorProxy',
    make: 'createProxy',
    describe: (args) => {
      const [instance, , methodName, , , , , , contextType = 'http'] = args;
      // Without a type of its own it is a part of an HTTP request, and recorded as such.
      if (contextType === 'http') return null;
      return contextType === 'graphql'
        ? resolver(instance as object, String(methodName))
        : other(instance as object, String(methodName), String(contextType));
    },
  });
}

/** A field's resolver runs once for each item of a list: only what it throws is recorded. */
function resolver(instance: object, methodName: string): WatchedHandler | null {
  const handler = nestHandler(instance, methodName);
  if (!handler) return null;
  const { isSkipped } = handler;
  const verb = String(handler.mark(RESOLVER_TYPE)).toUpperCase();
  const isRoot = VERBS.includes(verb);
  return {
    metricType: 'graphql',
    name: handler.name,
    verb: isRoot ? verb : null,
    isTimed: isRoot,
    isSkipped,
    isAnswered: true,
    caller: callerOf,
    details: ([, , , info]) => {
      const { fieldName, operation } = (info ?? {}) as Info;
      return { field: fieldName, operation: operation?.name?.value ?? null };
    },
  };
}

function callerOf([, , context]: readonly unknown[]): HostRequest | null {
  const { req, request, extra } = (context ?? {}) as GraphqlContext;
  const caller = req ?? request ?? extra?.request;
  return typeof caller?.headers === 'object' ? caller : Caller.of(context);
}

function other(instance: object, methodName: string, transport: string): WatchedHandler | null {
  const handler = nestHandler(instance, methodName);
  if (!handler || handler.isSkipped) return null;
  return {
    metricType: 'rpc',
    name: handler.name,
    verb: null,
    isTimed: true,
    isAnswered: true,
    details: () => ({ transport }),
  };
}
