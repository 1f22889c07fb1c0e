/** UTF-8 needs at most so many bytes for a UTF-16 unit. */
const BYTES_PER_UNIT = 3;
/** Up to this length a loop is faster than a call out of JavaScript. */
const SHORT = 40;
const INITIAL_SIZE = 16_384;

/** Bytes in the network's order, as PostgreSQL's binary formats have them. Grows as it is written to. */
export class BinaryBuffer {
  #bytes = Buffer.allocUnsafe(INITIAL_SIZE);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** What was written so far, until something is written next, which begins anew in the same memory. */
  take(): Buffer {
    const taken = this.#bytes.subarray(0, this.#length);
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

  /** Of a whole number, as exact as that is. */
  int64(value: number): void {
    const high = Math.floor(value / 2 ** 32);
    const bytes = this.#reserve(8);
    this.#length = bytes.writeInt32BE(high, this.#length);
    this.#length = bytes.writeUInt32BE(value - high * 2 ** 32, this.#length);
  }

  double(value: number): void {
    this.#length = this.#reserve(8).writeDoubleBE(value, this.#length);
  }

  bytes(value: Readonly<Uint8Array>): void {
    this.#reserve(value.length).set(value, this.#length);
    this.#length += value.length;
  }

  text(value: string): void {
    const bytes = this.#reserve(value.length * BYTES_PER_UNIT);
    if (value.length > SHORT || !this.#ascii(bytes, value)) this.#length += bytes.write(value, this.#length);
  }

  /** False, with nothing written, where a character takes more than a byte. */
  #ascii(bytes: Buffer, value: string): boolean {
    const start = this.#length;
    for (let index = 0; index < value.length; index++) {
      const code = value.charCodeAt(index);
      if (code > 0x7f) return false;
      bytes[start + index] = code;
    }
    this.#length += value.length;
    return true;
  }

  /** Leaves room for the length of what is written from now until `end`. */
  begin(): number {
    const start = this.#length;
    this.int32(0);
    return start;
  }

  /** @param start from `begin` */
  end(start: number): void {
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
