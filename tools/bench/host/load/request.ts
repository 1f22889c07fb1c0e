import type { Dispatcher } from 'undici';

/** What is asked of a host, and the status that every answer must have. */
export interface Target {
  readonly origin: string;
  readonly path: string;
  readonly status: number;
}

/** Sends one request and waits for its whole answer. The barest that undici has: the driver must not be what limits. */
export function send(dispatcher: Dispatcher, { origin, path, status }: Target): Promise<void> {
  return new Promise((resolve, reject) => {
    let answered = 0;
    dispatcher.dispatch(
      { origin, path, method: 'GET' },
      {
        // By this one undici tells its present handlers from those of old.
        onRequestStart: () => undefined,
        onResponseStart: (_controller, statusCode) => void (answered = statusCode),
        onResponseEnd: () =>
          answered === status ? resolve() : reject(new Error(`${origin}${path} answered ${answered}`)),
        onResponseError: (_controller, error) => reject(error),
      },
    );
  });
}
