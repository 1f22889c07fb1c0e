import {
  countEvents,
  EVENT_KINDS,
  type Batch,
  type EventKind,
  type Events,
  type Source,
} from '@scitex/monitoring-contracts';
import { setImmediate as turn } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import { mapKinds, type KindCounts } from '../kind-counts.js';
import { encodeHeader } from './record-header.js';

/** Events serialised in one go: a millisecond at most, and then the host has its turn. */
const SLICE = 200;
const NEWLINE = 0x0a;

/** A record as it is written. */
export interface EncodedBatch {
  readonly chunks: readonly Buffer[];
  readonly bytes: number;
  /** Events in it: those that JSON cannot express are left out. */
  readonly counts: KindCounts;
}

interface Slice {
  readonly kind: EventKind;
  readonly events: readonly Events[EventKind][number][];
}

/** Lines of JSON behind a header: the batch's id and source, then slices of its events. */
export async function encodeBatch({ id, source, ...events }: Batch): Promise<EncodedBatch> {
  const chunks = [line({ id, source })];
  const counts = mapKinds(() => 0);
  for (const slice of slicesOf(events)) {
    const { bytes, count } = encodeSlice(slice);
    chunks.push(bytes);
    counts[slice.kind] += count;
    await turn();
  }
  const length = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  const checksum = checksumOf(chunks);
  const header = encodeHeader({ length, checksum, counts });
  return { chunks: [header, ...chunks], bytes: header.length + length, counts };
}

/** @throws SyntaxError for a payload that `encodeBatch` did not write */
export async function decodeBatch(payload: Buffer): Promise<Batch> {
  const [head, ...slices] = linesOf(payload);
  const { id, source } = parse(head) as { id: string; source: Source };
  const events: Record<EventKind, unknown[]> = { metrics: [], errors: [], apiCalls: [], activities: [] };
  for (const bytes of slices) {
    const slice = parse(bytes) as Slice;
    for (const event of slice.events) events[slice.kind].push(event);
    await turn();
  }
  return { id, source, ...(events as unknown as Events) };
}

export function checksumOf(chunks: readonly Buffer[]): number {
  return chunks.reduce((checksum, chunk) => crc32(chunk, checksum), 0);
}

function* slicesOf(events: Events): Generator<Slice> {
  for (const kind of EVENT_KINDS)
    for (let start = 0; start < events[kind].length; start += SLICE)
      yield { kind, events: events[kind].slice(start, start + SLICE) };
}

/** A host without types may have sent what JSON cannot express: it must not take the events around it along. */
function encodeSlice(slice: Slice): { bytes: Buffer; count: number } {
  try {
    return { bytes: line(slice), count: countEvents(slice.events) };
  } catch {
    const events = slice.events.filter(isExpressible);
    return { bytes: line({ ...slice, events }), count: countEvents(events) };
  }
}

function isExpressible(event: object): boolean {
  try {
    return line(event).length > 0;
  } catch {
    return false;
  }
}

function line(value: object): Buffer {
  return Buffer.from(`${JSON.stringify(value)}\n`);
}

function parse(bytes: Buffer | undefined): unknown {
  return JSON.parse(bytes?.toString() ?? '');
}

function linesOf(payload: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let start = 0; start < payload.length;) {
    const end = payload.indexOf(NEWLINE, start);
    if (end < 0) break;
    lines.push(payload.subarray(start, end));
    start = end + 1;
  }
  return lines;
}
