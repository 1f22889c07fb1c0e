import { ExceptionsHandler } from '@nestjs/core/exceptions/exceptions-handler.js';
import { RouterExecutionContext } from '@nestjs/core/router/router-execution-context.js';
import type { Handler } from '../../context/request-context.js';
import { describeHandler } from './describe-handler.js';

/** What the capture wants to know of Nest's dispatching. */
export interface DispatchListener {
  /** A request reached its controller method: before guards, pipes and interceptors. */
  dispatched(request: object, response: object, handler: Handler): void;
  /** Something was thrown while a request was served: before any filter sees it. */
  thrown(request: object, exception: unknown): void;
  /** The filters are done with what was thrown. */
  filtered(request: object): void;
}

let listener: DispatchListener | null = null;

/**
 * Listens at the two places of Nest's core that every HTTP request and every exception pass, whatever the host added.
 *
 * Why not a global interceptor and filter: an interceptor costs each request 32–47 µs and never sees what guards,
 * middleware or the body parser throw; a filter never sees what a catch-all of the host takes first. Both classes
 * are exported at the same path by Nest 11 (no exports map) and Nest 12 (`./*.js`), for `import` and `require` alike.
 * The host's answers stay as they are: both functions only look, and then call the original.
 */
export function listenToDispatch(to: DispatchListener): void {
  const isInstalled = listener !== null;
  listener = to;
  if (isInstalled) return;
  watchHandlers();
  watchExceptions();
}

function watchHandlers(): void {
  const { create } = RouterExecutionContext.prototype;
  RouterExecutionContext.prototype.create = function (...args) {
    const [{ constructor: controller }, method, methodName] = args;
    const handle = create.apply(this, args);
    const handler = describeHandler(controller, method, methodName);
    return (request, response, next) => {
      listener?.dispatched(request as object, response as object, handler);
      return handle(request, response, next);
    };
  };
}

function watchExceptions(): void {
  const { next } = ExceptionsHandler.prototype;
  ExceptionsHandler.prototype.next = function (exception: unknown, host) {
    const request = host.getArgByIndex<object>(0);
    listener?.thrown(request, exception);
    // The types of `next` name Error alone; JavaScript throws anything.
    next.call(this, exception as Error, host);
    listener?.filtered(request);
  };
}
