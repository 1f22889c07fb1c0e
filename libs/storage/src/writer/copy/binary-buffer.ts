/** UTF-8 needs at most so many bytes for a UTF-16 unit. */
const BYTES_PER_UNIT = 3;
const INITIAL_SIZE = 16_384;

/** Bytes in the network's order, as PostgreSQL's binary formats have them. Grows as it is written to. */
export class BinaryBuffer {
  #bytes = Buffer.allocUnsafe(INITIAL_SIZE);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** What was written so far; whatever is written next begins anew. */
  take(): Buffer {
    const taken = this.#bytes.subarray(0, this.#length);
    this.#bytes = Buffer.allocUnsafe(this.#bytes.length);
    this.#length = 0;
    return taken;
  }

  int8(value: number): void {
    this.#length = this.#reserve(1).writeInt8(value, this.#length);
  }

  int16(value: number): void {
    this.#length = this.#reserve(2).writeInt16BE(value, this.#length);
  }

  int32(value: number): void {
    this.#length = this.#reserve(4).writeInt32BE(value, this.#length);
  }

  int64(value: bigint): void {
    this.#length = this.#reserve(8).writeBigInt64BE(value, this.#length);
  }

  double(value: number): void {
    this.#length = this.#reserve(8).writeDoubleBE(value, this.#length);
  }

  bytes(value: Readonly<Uint8Array>): void {
    this.#reserve(value.length).set(value, this.#length);
    this.#length += value.length;
  }

  text(value: string): void {
    this.#length += this.#reserve(value.length * BYTES_PER_UNIT).write(value, this.#length);
  }

  /** The length in bytes of what `write` writes, and then that. */
  sized(write: () => void): void {
    const start = this.#length;
    this.int32(0);
    write();
    this.#bytes.writeInt32BE(this.#length - start - 4, start);
  }

  #reserve(size: number): Buffer {
    const needed = this.#length + size;
    if (needed <= this.#bytes.length) return this.#bytes;
    const larger = Buffer.allocUnsafe(Math.max(needed, 2 * this.#bytes.length));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
    return larger;
  }
}
