import { guarded } from '../../context/guarded.js';
import type { HandlerRecorder } from './handler-recorder.js';
import { recorderOf } from './monitored-apps.js';
import { watchIterator } from './watched-iterator.js';
import type { WatchedHandler } from './watched-handler.js';

type Target = (...args: unknown[]) => unknown;

/** As much of Nest's context creators as is used here; `guardsContextCreator` leads to the app that they work for. */
interface Creator {
  readonly guardsContextCreator: { readonly container: { getModules(): object } };
  create(...args: unknown[]): Target;
}

/** One of the classes of Nest that turn a method of the host into a handler, with guards, pipes and interceptors. */
export interface WatchedCreator {
  readonly prototype: object;
  /** Its part that turns what is thrown into an answer, and that part's method. */
  readonly proxy: string;
  readonly make: string;
  /** @returns null for what is not to be watched */
  describe(args: readonly unknown[]): WatchedHandler | null;
}

const watched = new WeakSet<object>();

/**
 * Has each handler that a creator makes told to the monitor of its app: all of it, guards, pipes and interceptors
 * included, and before its proxy and the host's filters get what was thrown, which they may swallow or replace.
 *
 * Why here, and not in an interceptor: that would cost every HTTP request as well, and never see what a guard throws.
 */
export function watchCreator({ prototype, proxy, make, describe }: WatchedCreator): void {
  if (watched.has(prototype)) return;
  watched.add(prototype);
  const creator = prototype as Creator;
  const { create } = creator;
  creator.create = function (this: Creator & Record<string, unknown>, ...args) {
    const recorder = guarded(() => recorderOf(this.guardsContextCreator.container.getModules()));
    const handler = recorder && guarded(() => describe(args));
    if (!recorder || !handler) return create.apply(this, args);
    let isProxied = false;
    const original = this[proxy] as Record<string, (target: Target, ...rest: unknown[]) => unknown>;
    const watching = (target: Target, ...rest: unknown[]) => {
      isProxied = true;
      return original[make]?.(watchTarget(recorder, handler, target), ...rest);
    };
    const self = Object.create(this, { [proxy]: { value: { [make]: watching } } }) as Creator;
    const made = create.apply(self, args);
    // GraphQL's field resolvers have no filters, and so no proxy.
    return isProxied ? made : watchTarget(recorder, handler, made);
  };
}

function watchTarget(recorder: HandlerRecorder, handler: WatchedHandler, target: Target): Target {
  return (...args) =>
    recorder.watch(handler, args, (execution) => {
      const result = target(...args);
      return execution && handler.verb === 'SUBSCRIPTION' ? watchIterator(execution, result) : result;
    });
}
