import { randomUUID } from 'node:crypto';

/** https://www.w3.org/TR/trace-context/#traceparent-header */
const TRACEPARENT = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;
const INVALID = '0'.repeat(32);

/** The trace that a caller began, where its header is valid; a new one otherwise. */
export function traceIdOf(traceparent: string | string[] | undefined): string {
  if (typeof traceparent === 'string' && traceparent.length === 55) {
    const id = TRACEPARENT.exec(traceparent)?.[1];
    if (id !== undefined && id !== INVALID) return id;
  }
  return randomUUID().replaceAll('-', '');
}
