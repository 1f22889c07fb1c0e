import { EVENT_KINDS, type Batch } from '@scitex/monitoring-contracts';
import { open, unlink, type FileHandle } from 'node:fs/promises';
import { mapKinds, type KindCounts } from '../kind-counts.js';
import { checksumOf, decodeBatch, type EncodedBatch } from './batch-codec.js';
import { decodeHeader, DONE, HEADER_BYTES, type RecordHeader } from './record-header.js';

/** Where a record is, and how many events it holds. */
export interface SpoolRecord {
  readonly segment: Segment;
  readonly offset: number;
  readonly counts: KindCounts;
}

/** A record that was read; `batch` is null where its bytes are not those that were written. */
export interface ReadRecord extends SpoolRecord {
  readonly batch: Batch | null;
}

/** One append-only file of the spool. Records are marked when the store has them; the file goes when all are. */
export class Segment {
  /** Bytes of whole records. */
  size = 0;
  /** Records that the store does not have yet. */
  pending = 0;
  /** Their events. */
  readonly counts: KindCounts = mapKinds(() => 0);
  isWriting = false;
  private file: Promise<FileHandle> | null = null;
  private cursor = 0;
  private readonly done = new Set<number>();

  constructor(
    readonly path: string,
    private readonly flags: 'wx+' | 'r+' = 'wx+',
  ) {}

  /** Opens what another process wrote; a record that is not all there ends it. */
  static async adopt(path: string): Promise<Segment> {
    const segment = new Segment(path, 'r+');
    const { size } = await (await segment.handle()).stat();
    for (;;) {
      const header = await segment.headerAt(segment.size);
      if (!header || segment.size + HEADER_BYTES + header.length > size) break;
      if (!header.isDone) segment.count(header.counts, 1);
      segment.size += HEADER_BYTES + header.length;
    }
    await segment.close();
    return segment;
  }

  /** @throws what the file system said; the file then ends before the record, and takes no further one */
  async append({ chunks, bytes, counts }: EncodedBatch): Promise<SpoolRecord> {
    const offset = this.size;
    this.isWriting = true;
    try {
      const handle = await this.handle();
      let position = offset;
      for (const chunk of chunks) position += await writeAll(handle, chunk, position);
      this.size += bytes;
      this.count(counts, 1);
      return { segment: this, offset, counts };
    } catch (error) {
      await (offset === 0 ? this.delete() : this.truncate(offset));
      throw error;
    } finally {
      this.isWriting = false;
    }
  }

  /** The oldest record that the store does not have; null where there is none. @throws when it cannot be read */
  async next(): Promise<ReadRecord | null> {
    while (this.cursor < this.size) {
      const offset = this.cursor;
      const header = await this.headerAt(offset);
      if (!header) throw new Error(`No record at byte ${offset} of ${this.path}.`);
      if (!header.isDone && !this.done.has(offset)) return this.read(offset, header);
      this.done.delete(offset);
      this.cursor += HEADER_BYTES + header.length;
    }
    return null;
  }

  /** The store has the record. A mark that cannot be written costs a replay after a crash at worst. */
  async markDone({ offset, counts }: SpoolRecord): Promise<void> {
    this.done.add(offset);
    this.count(counts, -1);
    await this.handle()
      .then((handle) => handle.write(DONE, 0, DONE.length, offset))
      .catch(() => undefined);
  }

  async close(): Promise<void> {
    const { file } = this;
    this.file = null;
    await file?.then((handle) => handle.close()).catch(() => undefined);
  }

  async delete(): Promise<void> {
    await this.close();
    await unlink(this.path).catch(() => undefined);
  }

  /** Opened when it is needed: a long spool keeps no file open for each of its segments. */
  private handle(): Promise<FileHandle> {
    this.file ??= open(this.path, this.size === 0 ? this.flags : 'r+', 0o600).catch((error: unknown) => {
      this.file = null;
      throw error;
    });
    return this.file;
  }

  private count(counts: KindCounts, sign: 1 | -1): void {
    this.pending += sign;
    for (const kind of EVENT_KINDS) this.counts[kind] += sign * counts[kind];
  }

  private async headerAt(offset: number): Promise<RecordHeader | null> {
    return decodeHeader(await this.bytesAt(offset, HEADER_BYTES));
  }

  private async read(offset: number, { length, checksum, counts }: RecordHeader): Promise<ReadRecord> {
    const payload = await this.bytesAt(offset + HEADER_BYTES, length);
    const isWhole = payload.length === length && checksumOf([payload]) === checksum;
    const batch = isWhole ? await decodeBatch(payload).catch(() => null) : null;
    return { segment: this, offset, counts, batch };
  }

  private async bytesAt(offset: number, length: number): Promise<Buffer> {
    const { buffer, bytesRead } = await (await this.handle()).read(Buffer.alloc(length), 0, length, offset);
    return buffer.subarray(0, bytesRead);
  }

  private async truncate(size: number): Promise<void> {
    await this.file?.then((handle) => handle.truncate(size)).catch(() => undefined);
  }
}

/** A disk that is about to be full takes a part, and says so with the next. */
async function writeAll(handle: FileHandle, chunk: Buffer, position: number): Promise<number> {
  let written = 0;
  while (written < chunk.length)
    written += (await handle.write(chunk, written, chunk.length - written, position + written)).bytesWritten;
  return written;
}
