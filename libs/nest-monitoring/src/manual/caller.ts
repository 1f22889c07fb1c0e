import { currentRequest } from '../context/scope.js';
import { namedUser, sessionOf, userOf } from '../capture/inbound/identity.js';
import { ipAddressOf, userAgentOf } from '../capture/inbound/request-facts.js';
import type { Identity } from '../monitoring.options.js';
import type { MonitoringSettings } from '../monitoring.settings.js';

/** The request that a log entry belongs to, in the fields that events share; all null outside of a request. */
export function callerOf(settings: MonitoringSettings, user: Identity | string | null | undefined) {
  const context = currentRequest();
  const request = context?.hostRequest;
  const identity = user === undefined && request ? userOf(request, settings.user) : namedUser(user);
  return {
    identity,
    endpoint: context?.endpoint ?? null,
    method: context?.method ?? null,
    traceId: context?.traceId ?? null,
    sessionId: request ? sessionOf(request, settings.session) : null,
    ipAddress: request ? ipAddressOf(request) : null,
    userAgent: request ? userAgentOf(request) : null,
  };
}
