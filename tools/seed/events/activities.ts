import type { ActivityEvent } from '@scitex/monitoring-contracts';
import type { Visit } from '../portal/visit.ts';
import type { User } from '../portal/users.ts';

/** Within it, what a user does belongs to one session. */
const SESSION_MS = 45 * 60_000;

/**
 * What a user did by a request.
 * @param since when sessions begin to be counted, in milliseconds since the epoch
 */
export function activityOf(visit: Visit, user: User, since: number): ActivityEvent {
  const { timestamp, route, duration, statusCode } = visit;
  return {
    timestamp,
    activityType: route.activity,
    endpoint: route.endpoint,
    method: route.method,
    userId: user.id,
    userLabel: user.label,
    sessionId: `${user.id}-${Math.floor((timestamp - since) / SESSION_MS)}`,
    ipAddress: user.ipAddress,
    userAgent: user.userAgent,
    duration,
    module: route.module,
    feature: `${route.method} ${route.endpoint}`,
    success: statusCode < 400,
    details: { statusCode },
  };
}
