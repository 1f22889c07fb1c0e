import type { HostRequest } from '../../monitoring.options.js';

const MAX_AGENT = 512;

/** The client's address as the framework sees it: its trust-proxy setting decides whether proxies are believed. */
export function ipAddressOf(request: HostRequest): string | null {
  const socket = (request as { socket?: { remoteAddress?: string } }).socket;
  return request.ip ?? socket?.remoteAddress ?? null;
}

export function userAgentOf(request: HostRequest): string | null {
  return request.headers['user-agent']?.slice(0, MAX_AGENT) ?? null;
}
