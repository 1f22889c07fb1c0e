import { EVENT_KINDS } from '@scitex/monitoring-contracts';
import { crc32 } from 'node:zlib';
import { mapKinds, type KindCounts } from '../kind-counts.js';

/** What stands before the payload of a record. */
export interface RecordHeader {
  /** Bytes of the payload. */
  readonly length: number;
  /** CRC-32 of the payload. */
  readonly checksum: number;
  /** Events in the payload. */
  readonly counts: KindCounts;
  /** The store has it. */
  readonly isDone: boolean;
}

/** state 1 | version 1 | unused 2 | length 4 | checksum 4 | counts 4 × 4 | CRC-32 of all but the state 4 */
export const HEADER_BYTES = 32;
const VERSION = 1;
const CHECKED_FROM = 1;
const CHECKED_TO = 28;

/** Overwritten in place, and alone, when the store has the record: one byte is never torn. */
export const DONE = Buffer.from('D');
const PENDING = Buffer.from('P');

export function encodeHeader({ length, checksum, counts }: Omit<RecordHeader, 'isDone'>): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES);
  PENDING.copy(bytes);
  bytes.writeUInt8(VERSION, 1);
  bytes.writeUInt32LE(length, 4);
  bytes.writeUInt32LE(checksum, 8);
  EVENT_KINDS.forEach((kind, index) => bytes.writeUInt32LE(counts[kind], 12 + 4 * index));
  bytes.writeUInt32LE(crc32(bytes.subarray(CHECKED_FROM, CHECKED_TO)), CHECKED_TO);
  return bytes;
}

/** @returns null for what is no header, or not all of one. */
export function decodeHeader(bytes: Buffer): RecordHeader | null {
  if (bytes.length < HEADER_BYTES || bytes.readUInt8(1) !== VERSION) return null;
  if (crc32(bytes.subarray(CHECKED_FROM, CHECKED_TO)) !== bytes.readUInt32LE(CHECKED_TO)) return null;
  return {
    length: bytes.readUInt32LE(4),
    checksum: bytes.readUInt32LE(8),
    counts: mapKinds((kind) => bytes.readUInt32LE(12 + 4 * EVENT_KINDS.indexOf(kind))),
    isDone: bytes[0] === DONE[0],
  };
}
