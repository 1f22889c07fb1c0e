import type { HostRequest } from '../../monitoring.options.js';

const MAX_AGENT = 512;

/**
 * The client's address as the framework sees it: its trust-proxy setting decides whether proxies are believed. Where
 * no proxy says anything, and the host did not set `ip` itself, that is the connection's: asking the framework takes
 * ten times as long.
 */
export function ipAddressOf(request: HostRequest): string | null {
  const { socket } = request as { socket?: { remoteAddress?: string } };
  const isDirect = request.headers['x-forwarded-for'] === undefined && !Object.hasOwn(request, 'ip');
  return (isDirect ? null : statedIp(request)) ?? socket?.remoteAddress ?? null;
}

/** Express asks the host's own trust-proxy function for it. */
function statedIp(request: HostRequest): string | null {
  try {
    return typeof request.ip === 'string' ? request.ip : null;
  } catch {
    return null;
  }
}

export function userAgentOf(request: HostRequest): string | null {
  return request.headers['user-agent']?.slice(0, MAX_AGENT) ?? null;
}
