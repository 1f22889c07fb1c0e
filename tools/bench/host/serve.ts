/** What of a Nest app is used here, on Nest 11 and on Nest 12. */
interface App {
  use(path: string, handler: (request: unknown, response: Response) => void): unknown;
  enableShutdownHooks(): unknown;
  listen(port: number, host: string): Promise<unknown>;
}

interface Response {
  end(text: string): void;
}

/** What a set-up tells of itself. */
export interface SetUp {
  /** Resolves when everything recorded so far is stored or sent. */
  flush?(): Promise<unknown>;
  /** How many requests it has recorded since its start; left out where the sink knows. */
  recorded?(): number | Promise<number>;
}

/** Node's arguments to a host: the port it listens on. */
const [port] = process.argv.slice(2);

/** Puts the app on its port, with what the bench reads from it. */
export async function serve(
  app: App,
  { flush = async () => undefined, recorded = () => 0 }: SetUp = {},
): Promise<void> {
  app.enableShutdownHooks();
  /** CPU that this process has used on all its threads, in microseconds, with everything recorded so far stored. */
  answer(app, '/cpu', async () => {
    await flush();
    const { user, system } = process.cpuUsage();
    return user + system;
  });
  answer(app, '/recorded', recorded);
  await app.listen(Number(port), '127.0.0.1');
}

function answer(app: App, path: string, ask: () => number | Promise<number>): void {
  app.use(path, (_request, response) => {
    Promise.resolve()
      .then(ask)
      .then(
        (figure) => response.end(String(figure)),
        (error: unknown) => response.end(`NaN ${String(error)}`),
      );
  });
}
