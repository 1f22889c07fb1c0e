import type { UUID } from 'uuidv7';
import type { BinaryBuffer } from './binary-buffer.js';

/** What a row holds for a column of each PostgreSQL type; null is apart. */
interface Values {
  uuid: UUID;
  /** Whole milliseconds since 1970. */
  timestamptz: number;
  text: string;
  /** The spelling of a value that the type has. */
  'monitoring.severity': string;
  /** JSON text. */
  jsonb: string;
  float8: number;
  int4: number;
  int8: number;
  bool: boolean;
}

export type ColumnType = keyof Values;

/** PostgreSQL counts time from 2000, in microseconds: exact in a number until 2285, and to the millisecond after. */
const EPOCH_MS = Date.UTC(2000, 0);
const JSONB_VERSION = 1;

function text(to: BinaryBuffer, value: string): void {
  const start = to.begin();
  to.text(value);
  to.end(start);
}

const WRITE: { readonly [Type in ColumnType]: (to: BinaryBuffer, value: Values[Type]) => void } = {
  uuid: (to, { bytes }) => {
    to.int32(16);
    to.bytes(bytes);
  },
  timestamptz: (to, value) => {
    to.int32(8);
    to.int64((value - EPOCH_MS) * 1000);
  },
  text,
  'monitoring.severity': text,
  jsonb: (to, value) => {
    const start = to.begin();
    to.int8(JSONB_VERSION);
    to.text(value);
    to.end(start);
  },
  float8: (to, value) => {
    to.int32(8);
    to.double(value);
  },
  int4: (to, value) => {
    to.int32(4);
    to.int32(value);
  },
  int8: (to, value) => {
    to.int32(8);
    to.int64(value);
  },
  bool: (to, value) => {
    to.int32(1);
    to.int8(Number(value));
  },
};

/** Writes a field as COPY BINARY has it: its length, -1 for null, and the value as the type's `recv` reads it. */
export function fieldWriter(type: ColumnType): (to: BinaryBuffer, value: unknown) => void {
  const write = WRITE[type] as (to: BinaryBuffer, value: unknown) => void;
  return (to, value) => (value === null || value === undefined ? to.int32(-1) : write(to, value));
}
