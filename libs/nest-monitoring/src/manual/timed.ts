import { isObservable, Observable, tap } from 'rxjs';

/** Work that is being timed. */
export interface Timed {
  /** Does a piece of the work in its scope. */
  run<T>(work: () => T): T;
  fail(error: unknown): void;
  end(): void;
}

/** Runs `work` timed: a promise or an Observable until it settles, and so an Observable that is promised. */
export function timed<T>(call: Timed, work: () => T): T {
  let result: T;
  try {
    result = call.run(work);
  } catch (error) {
    throw failed(call, error);
  }
  return timedResult(call, result);
}

function timedResult<T>(call: Timed, result: T): T {
  if (isObservable(result)) return timedStream(call, result) as T;
  if (!isThenable(result)) {
    call.end();
    return result;
  }
  // Not a branch beside the host's promise: that would mark a rejection as handled which nobody handles.
  return result.then(
    (value) => timedResult(call, value),
    (error: unknown) => {
      throw failed(call, error);
    },
  ) as T;
}

/** An Observable sends nothing before somebody subscribes, and so under the call only from then on. */
function timedStream(call: Timed, source: Observable<unknown>): Observable<unknown> {
  const watched = source.pipe(
    tap({ error: (error) => failed(call, error), complete: () => call.end(), unsubscribe: () => call.end() }),
  );
  return new Observable((subscriber) => call.run(() => watched.subscribe(subscriber)));
}

function failed(call: Timed, error: unknown): unknown {
  call.fail(error);
  call.end();
  return error;
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as PromiseLike<unknown> | null | undefined)?.then === 'function';
}
