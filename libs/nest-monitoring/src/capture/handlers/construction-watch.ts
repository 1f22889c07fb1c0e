import { Injector } from '@nestjs/core/injector/injector.js';
import { guarded } from '../../context/guarded.js';
import { isSkipped } from '../../decorators/skip-monitoring.decorator.js';
import { methodsOf } from './bare-methods.js';
import { RESOLVER_TYPE } from './graphql-handlers.js';
import { PROCESSOR } from './method-kinds.js';
import { recorderOf } from './monitored-apps.js';
import { PATTERN } from './rpc-handlers.js';
import type { HandlerClass, WatchedHandler } from './watched-handler.js';

/** As much of Nest's modules as is used here. */
interface HostModule {
  readonly container: { getModules(): object };
}

type Load = (this: Injector, instance: object, module: unknown, ...rest: never[]) => Promise<unknown>;

let isWatched = false;

/**
 * Has it told where a class that is made anew for each message cannot be made, as a provider of it fails: none of its
 * handlers gets to run then, and no pipeline of theirs sees the error.
 *
 * Not of gateways: there Nest has nobody catch it when a client connects, and it ends the process, which is recorded.
 */
export function watchConstruction(): void {
  if (isWatched) return;
  isWatched = true;
  const prototype = Injector.prototype as unknown as { loadPerContext: Load };
  const { loadPerContext } = prototype;
  prototype.loadPerContext = async function (instance, module, ...rest) {
    try {
      return await loadPerContext.call(this, instance, module, ...rest);
    } catch (error) {
      guarded(() => tell(instance.constructor as HandlerClass, module as HostModule, error));
      throw error;
    }
  };
}

function tell(type: HandlerClass, { container }: HostModule, error: unknown): void {
  const metricType = transportOf(type);
  if (metricType === null || isSkipped(type)) return;
  const name = `${type.name}.constructor`;
  const isAnswered = metricType !== 'job';
  recorderOf(container.getModules())?.failedToBegin(
    { metricType, name, verb: null, isTimed: false, isAnswered },
    error,
  );
}

/** What the methods of a class are there for; null for one that HTTP alone has, or nobody. */
function transportOf(type: HandlerClass): WatchedHandler['metricType'] | null {
  if (Reflect.hasMetadata(PROCESSOR, type)) return 'job';
  const methods = [...methodsOf(type.prototype).values()];
  const isMarked = (mark: string) => methods.some((method) => Reflect.hasMetadata(mark, method));
  if (isMarked(RESOLVER_TYPE)) return 'graphql';
  return isMarked(PATTERN) ? 'rpc' : null;
}
