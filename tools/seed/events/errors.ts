import type { ErrorEvent } from '@scitex/monitoring-contracts';
import type { Random } from '../chance/random.ts';
import type { FailedVisit } from '../portal/visit.ts';

/** The error behind a failed request. */
export function errorOf(visit: FailedVisit, random: Random): ErrorEvent {
  const { failure, route, user, client } = visit;
  const message = failure.message(random);
  return {
    timestamp: visit.timestamp,
    severity: failure.severity,
    errorType: failure.errorType,
    message,
    stackTrace: [
      `${failure.errorType}: ${message}`,
      ...failure.frames.map((frame) => `    at ${frame}`),
    ].join('\n'),
    endpoint: route.endpoint,
    method: route.method,
    userId: user?.id ?? null,
    userAgent: client.userAgent,
    ipAddress: client.ipAddress,
    traceId: visit.traceId,
    metadata: { statusCode: failure.statusCode },
  };
}
