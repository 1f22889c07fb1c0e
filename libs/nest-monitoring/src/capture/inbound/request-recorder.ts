import { Inject, Injectable } from '@nestjs/common';
import type { RequestContext, Thrown } from '../../context/request-context.js';
import { MONITORING_SETTINGS, UNMATCHED } from '../../monitoring.constants.js';
import type { MonitoringSettings } from '../../monitoring.settings.js';
import { Recorder } from '../../recording/recorder.js';
import { Scrubber } from '../../scrubbing/scrubber.js';
import { toActivity } from '../activity/request-activity.js';
import { statusOf } from '../errors/status-of.js';
import { isStaticFile, pathOf } from './exclusion.js';
import { undispatchedRoute } from './express-route.js';
import type { FinishedRequest } from './finished-request.js';
import { sessionOf, userOf } from './identity.js';
import { ipAddressOf, userAgentOf } from './request-facts.js';
import { toResponseTime, toServerError } from './request-events.js';

/** Turns a request that is over into its events: a response time, and an error and an activity where there is one. */
@Injectable()
export class RequestRecorder {
  constructor(
    @Inject(MONITORING_SETTINGS) private readonly settings: MonitoringSettings,
    @Inject(Recorder) private readonly recorder: Recorder,
    @Inject(Scrubber) private readonly scrubber: Scrubber,
  ) {}

  record(context: RequestContext, statusCode: number): void {
    const request = this.finish(context, statusCode);
    if (!request) return;
    this.recorder.record('metrics', toResponseTime(request));
    if (statusCode >= 500) this.recordError(request);
    const activity = toActivity(request, this.settings.activities);
    if (activity) this.recorder.record('activities', activity);
  }

  /** An error that came when the client had gone: it counts if it would have been a server error. */
  recordLateError(context: RequestContext): void {
    const statusCode = statusOf(context.thrown?.value);
    const request = statusCode >= 500 && this.finish(context, statusCode);
    if (request) this.recordError(request);
  }

  private recordError(request: FinishedRequest): void {
    const { thrown, loggedErrors } = request.context;
    if (loggedErrors && (!thrown || loggedErrors.has(thrown.value))) return;
    this.recorder.record(
      'errors',
      toServerError({ ...request, thrown: thrown ?? unexplained(request) }, this.scrubber),
    );
  }

  /** @returns null for a request that is not to be recorded. */
  private finish(context: RequestContext, statusCode: number): FinishedRequest | null {
    const { hostRequest } = context;
    const path = pathOf(context.url);
    const endpoint = context.endpoint ?? undispatchedRoute(hostRequest, path) ?? UNMATCHED;
    context.endpoint = endpoint;
    if (context.handler?.isSkipped || isStaticFile(path, endpoint, this.settings.exclude)) return null;
    return {
      context,
      timestamp: Date.now(),
      endpoint,
      statusCode,
      duration: (context.streamingSince ?? performance.now()) - context.startedAt,
      identity: userOf(hostRequest, this.settings.user),
      sessionId: sessionOf(hostRequest, this.settings.session),
      ipAddress: ipAddressOf(hostRequest),
      userAgent: userAgentOf(hostRequest),
    };
  }
}

/** The host answered a server error itself, after a catch of its own: staff have to see it all the same. */
function unexplained({ statusCode, timestamp }: FinishedRequest): Thrown {
  const message = `answered ${statusCode}, and nothing was thrown`;
  return { value: { name: 'ServerErrorAnswer', message }, timestamp };
}
