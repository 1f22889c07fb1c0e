import type { Source } from '@scitex/monitoring-contracts';
import type { Row, Table } from '../tables/table.js';
import { BinaryBuffer } from './binary-buffer.js';
import { fieldWriter } from './column-type.js';

/**
 * About a thousand rows, made in two milliseconds or so: PostgreSQL stores the first while the next are being made.
 * Smaller chunks let the two processes take turns more often than is good for either.
 */
const CHUNK_SIZE = 262_144;

/** Rows that are made in one turn of the event loop: a fraction of a millisecond, in which nobody else is served. */
const ROWS_A_TURN = 100;

/** Signature, flags, and the length of an extension that is not there: PostgreSQL's manual, COPY, Binary Format. */
const HEADER = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const END = -1;

/**
 * Rows in the binary format of COPY; the columns of the source come first in each. A chunk is to be sent before the
 * next is asked for, which is made in the same memory; null is a pause between two.
 */
export function* binaryRows<Event>(
  { source: shared, columns }: Table<Event>,
  source: Source,
  rows: Iterable<Row>,
): Generator<Buffer | null, void> {
  const fields = Object.entries(columns).map(([name, type]) => ({ name, write: fieldWriter(type) }));
  const start = startOfRow(
    shared.map((column) => source[column]),
    fields.length,
  );
  const to = new BinaryBuffer();
  to.bytes(HEADER);
  let count = 0;
  for (const row of rows) {
    to.bytes(start);
    for (const { name, write } of fields) write(to, row[name]);
    if (to.length >= CHUNK_SIZE) yield to.take();
    else if (++count % ROWS_A_TURN === 0) yield null;
  }
  to.int16(END);
  yield to.take();
}

/** The number of fields, and those that all rows share. */
function startOfRow(shared: readonly (string | null)[], others: number): Buffer {
  const to = new BinaryBuffer();
  const write = fieldWriter('text');
  to.int16(shared.length + others);
  for (const value of shared) write(to, value);
  return to.take();
}
