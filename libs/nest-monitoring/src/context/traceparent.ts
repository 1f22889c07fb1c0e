import { newSpanId } from './trace-id.js';

/**
 * https://www.w3.org/TR/trace-context/#traceparent-header: `00-<trace id, 32>-<parent id, 16>-<flags, 2>`, in
 * lower-case hex. Read by position: an expression takes ten times as long, and every request has to pass here.
 */
const TRACE_AT = 3;
const PARENT_AT = 36;
const FLAGS_AT = 53;
const LENGTH = 55;

/** `sampled`, and level 2's `random`; all others are reserved, and to be sent as zero. */
const KNOWN_FLAGS = 0b11;
/** A trace that begins here is recorded here. */
const SAMPLED = '01';

/** Whether a header is one that a trace can be continued by; of versions to come, the part that is known. */
export function isTraceparent(header: unknown): header is string {
  if (typeof header !== 'string' || header.length < LENGTH) return false;
  if (!isHex(header, 0, 2) || header.startsWith('ff')) return false;
  if (header.length > LENGTH && (header.startsWith('00') || header[LENGTH] !== '-')) return false;
  return (
    header[TRACE_AT - 1] === '-' &&
    header[PARENT_AT - 1] === '-' &&
    header[FLAGS_AT - 1] === '-' &&
    isId(header, TRACE_AT, PARENT_AT - 1) &&
    isId(header, PARENT_AT, FLAGS_AT - 1) &&
    isHex(header, FLAGS_AT, LENGTH)
  );
}

export const traceIdIn = (traceparent: string): string => traceparent.slice(TRACE_AT, PARENT_AT - 1);

/**
 * The header of a call that is made under a trace: its id, and a parent id of the call's own.
 * @param incoming the caller's valid header, whose flags are passed on; null where the trace began here
 */
export function nextTraceparent(traceId: string, incoming: string | null): string {
  return `00-${traceId}-${newSpanId()}-${incoming === null ? SAMPLED : knownFlags(incoming)}`;
}

const knownFlags = (traceparent: string): string =>
  `0${Number.parseInt(traceparent.slice(FLAGS_AT, LENGTH), 16) & KNOWN_FLAGS}`;

function isId(header: string, from: number, to: number): boolean {
  if (!isHex(header, from, to)) return false;
  for (let at = from; at < to; at++) if (header[at] !== '0') return true;
  return false;
}

function isHex(header: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = header.charCodeAt(at);
    const isDigit = code >= 0x30 && code <= 0x39;
    const isLetter = code >= 0x61 && code <= 0x66;
    if (!isDigit && !isLetter) return false;
  }
  return true;
}
