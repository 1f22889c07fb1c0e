import { statusOf } from '../errors/status-of.js';

/** Of BullMQ, thrown to put a job back; no attempt of it has failed. */
const POSTPONED = new Set(['DelayedError', 'RateLimitError', 'WaitingError', 'WaitingChildrenError']);

interface Thrown {
  readonly name?: unknown;
  readonly getStatus?: unknown;
  readonly getError?: unknown;
}

/**
 * How bad it is that a handler threw; null for what is no failure.
 * @param isAnswered its caller gets to see the error: then an HttpException below 500 is an answer, as with HTTP, and
 * Nest's RpcException and WsException, and GraphQL's own error, were thrown to be one
 */
export function severityOf(error: unknown, isAnswered: boolean): 'high' | 'medium' | null {
  if (typeof error !== 'object' || error === null) return 'high';
  const { name, getStatus, getError } = readable(error);
  if (!isAnswered) return POSTPONED.has(String(name)) ? null : 'high';
  if (typeof getStatus === 'function' && statusOf(error) < 500) return null;
  return typeof getError === 'function' || name === 'GraphQLError' ? 'medium' : 'high';
}

function readable(error: object): Thrown {
  try {
    const { name, getStatus, getError } = error as Thrown;
    return { name: typeof name === 'string' ? name : null, getStatus, getError };
  } catch {
    return {};
  }
}
