import { setImmediate as nextTurn } from 'node:timers/promises';
import pg, { type ClientBase } from 'pg';

/** What pg's connection has for COPY, and its type definitions leave out. */
interface CopyConnection {
  readonly stream: { readonly writable: boolean };
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(reason: string): void;
}

/**
 * Runs `COPY … FROM STDIN` with those chunks; null is a pause. The event loop turns between them, so that making the
 * chunks never holds it up for long.
 */
export function copyIn(client: ClientBase, sql: string, chunks: Iterable<Buffer | null>): Promise<void> {
  return new Promise((resolve, reject) => {
    client.query(new CopyIn(sql, chunks, (error) => (error ? reject(error) : resolve())));
  });
}

/** pg's own query, but for the answer to the server's request for data: the seam that pg has for this. */
class CopyIn extends pg.Query {
  readonly #chunks: Iterable<Buffer | null>;
  #isOver = false;
  #failure: unknown;

  constructor(sql: string, chunks: Iterable<Buffer | null>, done: (error: unknown) => void) {
    super(sql, (error) => {
      this.#isOver = true;
      done(this.#failure ?? error);
    });
    this.#chunks = chunks;
  }

  handleCopyInResponse(connection: CopyConnection): void {
    this.#send(connection).catch((error: unknown) => {
      this.#failure = error;
      connection.sendCopyFail('the rows could not be made');
    });
  }

  /** Ends early once the server refused a row: what came later would fall into the statement after this one. */
  async #send(connection: CopyConnection): Promise<void> {
    for (const chunk of this.#chunks) {
      if (this.#isOver || !connection.stream.writable) return;
      if (chunk) connection.sendCopyFromChunk(chunk);
      await nextTurn();
    }
    if (!this.#isOver) connection.endCopyFrom();
  }
}
