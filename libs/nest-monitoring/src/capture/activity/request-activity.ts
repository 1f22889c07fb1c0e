import type { ActivityEvent } from '@scitex/monitoring-contracts';
import type { ActivityRule } from '../../monitoring.options.js';
import type { FinishedRequest } from '../inbound/finished-request.js';
import { classify } from './classify.js';

/** What a request of a known user was to that user; null for requests of nobody, and where the rules say so. */
export function toActivity(
  request: FinishedRequest,
  rules: readonly ActivityRule[] | false = [],
): ActivityEvent | null {
  const { context, identity, endpoint, statusCode } = request;
  const tracked = context.handler?.activity;
  if (!identity || (rules === false && !tracked)) return null;
  const derived = classify(context.method, endpoint, context.handler?.name ?? null, rules || []);
  if (!derived && !tracked) return null;
  return {
    timestamp: request.timestamp,
    activityType: tracked?.type ?? derived?.type ?? '',
    endpoint,
    method: context.method,
    userId: identity.id,
    userLabel: identity.label ?? null,
    sessionId: request.sessionId,
    ipAddress: request.ipAddress,
    userAgent: request.userAgent,
    duration: request.duration,
    module: tracked?.module ?? derived?.module ?? null,
    feature: tracked?.feature ?? derived?.feature ?? null,
    success: statusCode < 400,
    details: { statusCode },
  };
}
