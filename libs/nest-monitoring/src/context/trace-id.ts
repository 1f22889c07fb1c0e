import { randomFillSync } from 'node:crypto';

const TRACE_BYTES = 16;
const SPAN_BYTES = 8;

/** Drawn in bulk: asking for each id alone would take half the time that a request's beginning costs. */
const random = Buffer.alloc(256 * TRACE_BYTES);
let drawn = random.length;

/** 32 lower-case hex digits. */
export const newTraceId = (): string => draw(TRACE_BYTES);

/** 16 lower-case hex digits. */
export const newSpanId = (): string => draw(SPAN_BYTES);

function draw(bytes: number): string {
  if (drawn + bytes > random.length) {
    randomFillSync(random);
    drawn = 0;
  }
  const begin = drawn;
  drawn += bytes;
  return random.toString('hex', begin, drawn);
}
