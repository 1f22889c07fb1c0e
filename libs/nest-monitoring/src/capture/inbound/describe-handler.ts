import type { Handler } from '../../context/request-context.js';
import { isSkipped } from '../../decorators/skip-monitoring.decorator.js';
import { trackedActivityOf } from '../../decorators/track-activity.decorator.js';

/** Nest's mark on handlers with @Sse(). */
const SSE = '__sse__';

/** Reads the marks of a controller method: once, as Reflect takes more than a microsecond for each. */
export function describeHandler(
  controller: object & { name: string },
  method: object,
  methodName: string,
): Handler {
  return {
    name: `${controller.name}.${methodName}`,
    isEventStream: Reflect.hasMetadata(SSE, method),
    isSkipped: isSkipped(method) || isSkipped(controller),
    activity: trackedActivityOf(method),
  };
}
