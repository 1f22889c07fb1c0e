import type { TracedWork } from '../../context/traced-work.js';
import { nextTraceparent } from '../../context/traceparent.js';

/** By name in lower case. */
export type TraceHeaders = readonly (readonly [name: 'traceparent' | 'tracestate', value: string])[];

/** As much of a `tracestate` as everybody has to pass on; who sends more need not be trusted with our requests. */
const MAX_STATE = 512;
const PRINTABLE = /^[\t\x20-\x7e]*$/;

/**
 * What a call made while `context` is served carries of its trace, apart from what its caller set itself: a trace that
 * the host continues by hand is the host's.
 * @param sets whether the call has a header already
 */
export function traceHeaders(context: TracedWork, sets: (name: string) => boolean): TraceHeaders {
  if (sets('traceparent')) return [];
  const traceparent = ['traceparent', nextTraceparent(context.traceId, context.traceparent)] as const;
  const state = stateOf(context);
  return state === null || sets('tracestate') ? [traceparent] : [traceparent, ['tracestate', state]];
}

/** A state belongs to the trace that it came with. */
function stateOf({ traceparent, hostRequest }: TracedWork): string | null {
  const tracestate = traceparent === null ? null : hostRequest?.headers['tracestate'];
  if (typeof tracestate !== 'string' || tracestate === '') return null;
  return tracestate.length <= MAX_STATE && PRINTABLE.test(tracestate) ? tracestate : null;
}
