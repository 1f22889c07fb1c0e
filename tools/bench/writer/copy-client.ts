import pg from 'pg';

/** pg's connection, with what its type definitions leave out. */
interface CopyConnection {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/** A plain COPY client: no more than the protocol asks for. */
class Copy extends pg.Query {
  readonly #sent: readonly Buffer[];
  readonly #received: Buffer[] = [];

  constructor(
    sql: string,
    sent: readonly Buffer[],
    done: (error: Error | undefined, received: Buffer[]) => void,
  ) {
    super(sql, (error) => done(error, this.#received));
    this.#sent = sent;
  }

  handleCopyInResponse(connection: CopyConnection): void {
    for (const chunk of this.#sent) connection.sendCopyFromChunk(chunk);
    connection.endCopyFrom();
  }

  handleCopyData({ chunk }: { chunk: Buffer }): void {
    // The parser reads the next message into the same memory.
    this.#received.push(Buffer.from(chunk));
  }
}

/** Runs `COPY … FROM STDIN` with those chunks or `COPY … TO STDOUT`. Resolves to what came out. */
export function copy(client: pg.Client, sql: string, sent: readonly Buffer[] = []): Promise<Buffer[]> {
  return new Promise((resolve, reject) => {
    client.query(new Copy(sql, sent, (error, received) => (error ? reject(error) : resolve(received))));
  });
}

/** In pieces of a size that psql and libpq's users send, not a message for each row. */
export function inChunks(data: readonly Buffer[], size = 65_536): Buffer[] {
  const whole = Buffer.concat(data);
  return Array.from({ length: Math.ceil(whole.length / size) }, (_, index) =>
    whole.subarray(index * size, (index + 1) * size),
  );
}
