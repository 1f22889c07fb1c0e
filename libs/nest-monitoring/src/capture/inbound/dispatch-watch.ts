import { guarded } from '../../context/guarded.js';
import type { RequestContext } from '../../context/request-context.js';
import { dispatchedRoute } from './express-route.js';
import { listenToDispatch } from './nest-dispatch.js';
import { contextOf } from './request-registry.js';
import { RequestRecorder } from './request-recorder.js';

/** Notes in a request's context what Nest does with it; requests that nobody records have none. */
export function watchDispatch(): void {
  listenToDispatch({
    dispatched: (request, response, handler) =>
      within(request, (context) => {
        context.handler = handler;
        // Fastify told the template already; Express knows it now, and may forget it later.
        context.endpoint ??= dispatchedRoute(request as Parameters<typeof dispatchedRoute>[0]);
        if (handler.isEventStream) watchEventStream(response, context);
      }),
    thrown: (request, value) =>
      within(request, (context) => {
        // The last one counts: a filter that throws in its turn decides the answer.
        context.thrown = { value, timestamp: Date.now() };
      }),
    filtered: (request) =>
      within(request, (context) => {
        // Thrown after the client had gone: the request is on the record, and this alone is missing.
        if (context.closed && context.owner instanceof RequestRecorder)
          context.owner.recordLateError(context);
      }),
  });
}

/** Nest pipes the events into the response as soon as it begins. */
function watchEventStream(response: object & { raw?: object }, context: RequestContext): void {
  const emitter = (response.raw ?? response) as NodeJS.EventEmitter;
  emitter.once('pipe', () => {
    context.streamingSince = performance.now();
  });
}

function within(request: object, note: (context: RequestContext) => void): void {
  guarded(() => {
    const context = contextOf(request);
    if (context) note(context);
  });
}
