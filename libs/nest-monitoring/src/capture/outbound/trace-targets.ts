import { isIP } from 'node:net';
import type { TraceTargets } from '../../monitoring.options.js';
import { fitsUrl } from './url-pattern.js';

/** Names that no public DNS answers for: RFC 6761, RFC 6762, RFC 8375, ICANN's `.internal`, and Kubernetes. */
const INSIDE = /(?:^|\.)(?:localhost|local|internal|intranet|lan|corp|home\.arpa|svc|test)$/i;

/** Whether a call to `origin` and `path` carries the trace of the request that it is made for. */
export function isTraced(targets: TraceTargets, origin: string, path: string): boolean {
  if (typeof targets === 'boolean') return targets;
  if (targets === 'inside') return isInside(hostOf(origin));
  return targets.some((target) => fitsUrl(target, origin, path));
}

/** Loopback and private addresses, names without a dot, and names under a suffix that is never public. */
export function isInside(host: string): boolean {
  const version = isIP(host);
  if (version === 4) return isPrivate(host);
  if (version === 6)
    return /^(?:::1$|f[cd]|fe[89ab])/i.test(host) || isPrivate(host.replace(/^::ffff:/i, ''));
  return host !== '' && (!host.includes('.') || INSIDE.test(host));
}

/** RFC 1918, loopback, link-local, and the shared space of RFC 6598 that clusters use. */
function isPrivate(address: string): boolean {
  const [first = NaN, second = NaN] = address.split('.').map(Number);
  if (first === 10 || first === 127) return true;
  if (first === 172) return second >= 16 && second <= 31;
  if (first === 100) return second >= 64 && second <= 127;
  return (first === 192 && second === 168) || (first === 169 && second === 254);
}

function hostOf(origin: string): string {
  const host = origin.slice(origin.indexOf('://') + 3);
  if (host.startsWith('[')) return host.slice(1, host.indexOf(']'));
  return host.replace(/:\d*$/, '').replace(/\.$/, '');
}
