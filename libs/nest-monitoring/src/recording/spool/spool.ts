import type { Batch } from '@scitex/monitoring-contracts';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { mapKinds, type KindCounts } from '../kind-counts.js';
import { encodeBatch, type EncodedBatch } from './batch-codec.js';
import { Segment, type ReadRecord, type SpoolRecord } from './segment.js';
import { Slots } from './slots.js';
import { SpoolWarnings } from './spool-warnings.js';

export interface SpoolSettings {
  /** The folder that the processes of the service share. */
  readonly home: string;
  readonly maxBytes: number;
}

/** Why the spool takes nothing at the moment. */
export type SpoolObstacle = 'spool-full' | 'spool-unwritable';

/** Events that were on the disk and cannot be read any more; the spool has let go of them. */
export interface LostRecords {
  readonly lost: KindCounts;
}

const SEGMENT_BYTES = 8 * 1024 * 1024;
const RETRY_MS = 15_000;
/** How often abandoned spools are looked for, after the start. */
const ADOPT_MS = 60_000;

/**
 * Batches on the disk, in files of a few megabytes: written at the end, read at the beginning, one batch in memory at
 * a time. It survives the process, however that ends, not the machine's power: nothing waits for the platters.
 * Nothing here throws.
 */
export class Spool {
  obstacle: SpoolObstacle | null = null;
  private readonly slots: Slots;
  private readonly warnings: SpoolWarnings;
  private segments: Segment[] = [];
  private tail: Segment | null = null;
  private created = 0;
  private failedAt = -Infinity;
  private adoptedAt = -Infinity;

  constructor(private readonly settings: SpoolSettings) {
    this.slots = new Slots(settings.home);
    this.warnings = new SpoolWarnings(settings);
  }

  get isEmpty(): boolean {
    return this.segments.every(({ pending }) => pending === 0);
  }

  /** Bytes of its files. */
  get bytes(): number {
    return this.segments.reduce((sum, { size }) => sum + size, 0);
  }

  /** @returns null when there is no room, or the disk does not take it: nothing is kept then */
  async append(batch: Batch): Promise<SpoolRecord | null> {
    if (!this.isOpen) return null;
    try {
      const encoded = await encodeBatch(batch);
      if (this.bytes + encoded.bytes > this.settings.maxBytes) return this.isFull();
      return await this.write(encoded);
    } catch (error) {
      return this.isUnwritable(error);
    }
  }

  /** The oldest batch; null when there is none. */
  async next(): Promise<ReadRecord | LostRecords | null> {
    for (const segment of this.segments) {
      try {
        const record = await segment.next();
        if (record) return record;
      } catch {
        const lost = { ...segment.counts };
        await this.discard(segment);
        return { lost };
      }
    }
    return null;
  }

  /** The store has it, or will never have it. */
  async remove(record: SpoolRecord): Promise<void> {
    const { segment } = record;
    await segment.markDone(record);
    if (segment.pending === 0 && !segment.isWriting) await this.discard(segment);
  }

  /**
   * To be called now and then; looks for what processes that are gone have left.
   * @returns the events that came with it
   */
  async tend(): Promise<KindCounts | null> {
    if (performance.now() - this.adoptedAt < ADOPT_MS) return this.slots.touch().then(() => null);
    this.adoptedAt = performance.now();
    try {
      const slots = await this.slots.adopt();
      await this.slots.touch();
      const adopted = await Promise.all(slots.map(openSegments));
      const segments = adopted.flat();
      const pending = segments.filter((segment) => segment.pending > 0);
      this.segments.push(...pending);
      for (const segment of segments) if (segment.pending === 0) await segment.delete();
      return mapKinds((kind) => pending.reduce((sum, { counts }) => sum + counts[kind], 0));
    } catch (error) {
      this.warnings.unwritable(error);
      return null;
    }
  }

  /** Leaves what is still there to the next process. */
  async close(): Promise<void> {
    for (const segment of this.segments) await segment.close();
    await this.slots.release();
  }

  /** A small spool has small files too: room is given back a file at a time. */
  private get segmentBytes(): number {
    return Math.min(SEGMENT_BYTES, this.settings.maxBytes / 8);
  }

  private async write(encoded: EncodedBatch): Promise<SpoolRecord> {
    const segment = this.tail ?? (await this.newSegment());
    try {
      const record = await segment.append(encoded);
      if (!this.segments.includes(segment)) this.segments.push(segment);
      this.tail = segment.size < this.segmentBytes ? segment : null;
      this.obstacle = null;
      // The first is being read; the others are opened again when it is their turn.
      if (!this.tail && segment !== this.segments[0]) await segment.close();
      return record;
    } catch (error) {
      if (segment.pending === 0) await this.discard(segment);
      throw error;
    }
  }

  /** Whether it is worth trying to append. */
  get isOpen(): boolean {
    switch (this.obstacle) {
      case null:
        return true;
      case 'spool-full':
        return false;
      case 'spool-unwritable':
        return performance.now() - this.failedAt >= RETRY_MS;
      default:
        return this.obstacle satisfies never;
    }
  }

  private async newSegment(): Promise<Segment> {
    const slot = await this.slots.forWriting();
    return new Segment(join(slot, `${String(++this.created).padStart(8, '0')}.spool`));
  }

  private isFull(): null {
    this.obstacle = 'spool-full';
    this.warnings.full();
    return null;
  }

  private isUnwritable(error: unknown): null {
    this.obstacle = 'spool-unwritable';
    this.failedAt = performance.now();
    this.warnings.unwritable(error);
    // The folder may have been removed, or be on a disk that is gone.
    this.tail = null;
    this.slots.leaveWritable();
    return null;
  }

  private async discard(segment: Segment): Promise<void> {
    this.segments = this.segments.filter((other) => other !== segment);
    if (this.tail === segment) this.tail = null;
    await segment.delete();
    if (this.obstacle === 'spool-full') this.obstacle = null;
  }
}

async function openSegments(slot: string): Promise<Segment[]> {
  const names = (await readdir(slot)).filter((name) => name.endsWith('.spool')).sort();
  const segments: Segment[] = [];
  for (const name of names) segments.push(await Segment.adopt(join(slot, name)));
  return segments;
}
