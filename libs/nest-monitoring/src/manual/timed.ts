import { isObservable, Observable, tap } from 'rxjs';
import type { ApiCall } from './api-call.js';

/** Runs `work` as a timed call; a promise or an Observable is timed until it settles. */
export function timed<T>(call: ApiCall, work: () => T): T {
  let result: T;
  try {
    result = call.run(work);
  } catch (error) {
    throw failed(call, error);
  }
  if (isObservable(result)) return timedStream(call, result) as T;
  if (!isThenable(result)) {
    call.end();
    return result;
  }
  // Not a branch beside the host's promise: that would mark a rejection as handled which nobody handles.
  return result.then(
    (value) => {
      call.end();
      return value;
    },
    (error: unknown) => {
      throw failed(call, error);
    },
  ) as T;
}

/** An Observable sends nothing before somebody subscribes, and so under the call only from then on. */
function timedStream(call: ApiCall, source: Observable<unknown>): Observable<unknown> {
  const watched = source.pipe(
    tap({ error: (error) => failed(call, error), complete: () => call.end(), unsubscribe: () => call.end() }),
  );
  return new Observable((subscriber) => call.run(() => watched.subscribe(subscriber)));
}

function failed(call: ApiCall, error: unknown): unknown {
  call.fail(error);
  call.end();
  return error;
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as PromiseLike<unknown> | null | undefined)?.then === 'function';
}
