import { memoize } from '@scitex/monitoring-storage/memoize';
import type { HostRequest } from '../../monitoring.options.js';
import { scrubText } from '../../scrubbing/scrub-text.js';

const MAX_AGENT = 512;
/** A proxy that is trusted may pass on whatever its client said. */
const MAX_ADDRESS = 128;

/** The same few programs make nearly all requests. */
const scrubbedAgent = memoize((agent) => scrubText(agent, MAX_AGENT));

/**
 * The client's address as the framework sees it: its trust-proxy setting decides whether proxies are believed. Where
 * no proxy says anything, and the host did not set `ip` itself, that is the connection's: asking the framework takes
 * ten times as long.
 */
export function ipAddressOf(request: HostRequest): string | null {
  const { socket } = request as { socket?: { remoteAddress?: string } };
  const isDirect = request.headers['x-forwarded-for'] === undefined && !Object.hasOwn(request, 'ip');
  const connected = socket?.remoteAddress ?? null;
  if (isDirect && connected !== null) return connected;
  const told = toldAddress(request);
  return told === null ? connected : scrubText(told, MAX_ADDRESS);
}

/** Express asks the host's own trust-proxy function for it. */
function toldAddress(request: HostRequest): string | null {
  try {
    return typeof request.ip === 'string' ? request.ip : null;
  } catch {
    return null;
  }
}

export function userAgentOf(request: HostRequest): string | null {
  const agent = request.headers['user-agent'];
  return agent === undefined ? null : scrubbedAgent(agent);
}
