/**
 * Ids for traces and spans, drawn in bulk: asking the system for each id alone, and spelling it, would take half the
 * time that a request's beginning costs. They tell traces apart and guard nothing, so the engine's own generator does,
 * as in OpenTelemetry.
 */
const POOL_WORDS = 1_024;
const TRACE_HEX = 32;
const SPAN_HEX = 16;

const words = new Uint32Array(POOL_WORDS);
const bytes = Buffer.from(words.buffer);
let pool = '';
let drawn = 0;

/** 32 lower-case hex digits. */
export const newTraceId = (): string => draw(TRACE_HEX);

/** 16 lower-case hex digits. */
export const newSpanId = (): string => draw(SPAN_HEX);

function draw(digits: number): string {
  if (drawn + digits > pool.length) refill();
  const begin = drawn;
  drawn += digits;
  return pool.slice(begin, drawn);
}

function refill(): void {
  for (let index = 0; index < POOL_WORDS; index++) words[index] = Math.random() * 2 ** 32;
  pool = bytes.toString('hex');
  drawn = 0;
}
