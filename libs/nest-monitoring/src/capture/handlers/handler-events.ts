import type { ErrorEvent, MetricEvent } from '@scitex/monitoring-contracts';
import { RequestContext } from '../../context/request-context.js';
import type { HostRequest, Identity } from '../../monitoring.options.js';
import type { MonitoringSettings } from '../../monitoring.settings.js';
import type { Scrubber } from '../../scrubbing/scrubber.js';
import { describeError } from '../errors/describe-error.js';
import { userOf } from '../inbound/identity.js';
import { ipAddressOf, userAgentOf } from '../inbound/request-facts.js';
import type { Execution } from './execution.js';

/** Makes events of the runs of handlers. */
export class HandlerEvents {
  constructor(
    private readonly settings: MonitoringSettings,
    private readonly scrubber: Scrubber,
  ) {}

  metric(execution: Execution): MetricEvent {
    const { handler, context, duration, hasFailed } = execution;
    return {
      timestamp: Date.now(),
      metricType: handler.metricType,
      endpoint: handler.name,
      method: handler.verb,
      value: duration,
      statusCode: null,
      userId: this.userOf(execution)?.id ?? null,
      traceId: context.traceId,
      metadata: this.scrubber.object({ ...detailsOf(execution), success: !hasFailed }),
    };
  }

  error(execution: Execution, error: unknown, severity: ErrorEvent['severity']): ErrorEvent {
    const { handler, context } = execution;
    const request = context.hostRequest;
    return {
      timestamp: Date.now(),
      severity,
      ...describeError(error, this.scrubber),
      endpoint: handler.name,
      method: handler.verb,
      userId: this.userOf(execution)?.id ?? null,
      userAgent: request && userAgentOf(request),
      ipAddress: request && ipAddressOf(request),
      traceId: context.traceId,
      metadata: this.scrubber.object({
        transport: handler.metricType,
        ...(context instanceof RequestContext && { route: context.endpoint }),
        ...detailsOf(execution),
      }),
    };
  }

  /** A guard leaves the user in what the handler calls its request, which may be another object than the framework's. */
  private userOf({ handler, args, context }: Execution): Identity | null {
    const { user } = this.settings;
    const identify = (request: HostRequest | null | undefined) => (request ? userOf(request, user) : null);
    return identify(handler.caller?.(args)) ?? identify(context.hostRequest);
  }
}

/** The arguments are the caller's, and may hold anything: what cannot be read costs the details, not the record. */
function detailsOf({ handler, args }: Execution): object {
  try {
    return handler.details?.(args) ?? {};
  } catch {
    return {};
  }
}
