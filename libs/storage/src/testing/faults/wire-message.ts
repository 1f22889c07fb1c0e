/** One message of PostgreSQL's protocol: https://www.postgresql.org/docs/current/protocol-message-formats.html */
export interface WireMessage {
  readonly from: 'client' | 'server';
  /** Its first byte, such as `Q` or `C`; empty for the client's very first one, which has none. */
  readonly type: string;
  readonly bytes: Buffer;
}

const LENGTH_BYTES = 4;

/** The text that a message begins with: of a query its SQL, of the completion of a command its tag. */
export function textOf({ type, bytes }: WireMessage): string {
  const start = type.length + LENGTH_BYTES;
  const end = bytes.indexOf(0, start);
  return bytes.toString('utf8', start, end < 0 ? bytes.length : end);
}

/** Cuts what one side sends into messages. */
export class MessageReader {
  private rest = Buffer.alloc(0);
  private typeBytes: number;

  constructor(private readonly from: WireMessage['from']) {
    this.typeBytes = from === 'client' ? 0 : 1;
  }

  *read(chunk: Buffer): Generator<WireMessage> {
    this.rest = Buffer.concat([this.rest, chunk]);
    for (let length = this.nextLength(); length <= this.rest.length; length = this.nextLength()) {
      const bytes = this.rest.subarray(0, length);
      const type = bytes.toString('latin1', 0, this.typeBytes);
      this.rest = this.rest.subarray(length);
      this.typeBytes = 1;
      yield { from: this.from, type, bytes };
    }
  }

  private nextLength(): number {
    const header = this.typeBytes + LENGTH_BYTES;
    return this.rest.length < header ? Infinity : this.typeBytes + this.rest.readUInt32BE(this.typeBytes);
  }
}
