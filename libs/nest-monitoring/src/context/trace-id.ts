import { randomFillSync } from 'node:crypto';

/** https://www.w3.org/TR/trace-context/#traceparent-header */
const TRACEPARENT = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;
const INVALID = '0'.repeat(32);
const ID_BYTES = 16;

/** Drawn in bulk: asking for each id alone would take half the time that a request's beginning costs. */
const random = Buffer.alloc(256 * ID_BYTES);
let drawn = random.length;

/** The trace that a caller began, where its header is valid; a new one otherwise. */
export function traceIdOf(traceparent: string | string[] | undefined): string {
  if (typeof traceparent === 'string' && traceparent.length === 55) {
    const id = TRACEPARENT.exec(traceparent)?.[1];
    if (id !== undefined && id !== INVALID) return id;
  }
  return newTraceId();
}

function newTraceId(): string {
  if (drawn === random.length) {
    randomFillSync(random);
    drawn = 0;
  }
  const begin = drawn;
  drawn += ID_BYTES;
  return random.toString('hex', begin, drawn);
}
