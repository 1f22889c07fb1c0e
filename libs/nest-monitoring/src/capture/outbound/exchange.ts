import type { ApiCallEvent } from '@scitex/monitoring-contracts';
import type { TimedCall } from '../../context/scope.js';
import type { TracedWork } from '../../context/traced-work.js';
import type { MonitoringSettings } from '../../monitoring.settings.js';
import type { Recorder } from '../../recording/recorder.js';
import { queryParamsOf } from '../../scrubbing/query-params.js';
import type { Scrubber } from '../../scrubbing/scrubber.js';
import { pathOf } from '../inbound/exclusion.js';
import { apiNameOf } from './api-name.js';
import { normalizePath } from './normalize-path.js';

export interface ExchangeTarget {
  readonly method: string;
  /** Such as `https://api.example.org:8443`. */
  readonly origin: string;
  /** With the query. */
  readonly path: string;
}

/** Begins the record of an exchange; null for one that is not this app's to record. */
export type BeginExchange = (target: ExchangeTarget) => Exchange | null;

/**
 * One outbound HTTP exchange. Its duration runs until the answer's headers are in, so that a caller who reads the
 * body slowly, or never, neither prolongs the figure nor loses the call. It ends once, whatever is heard after that.
 */
export class Exchange {
  private readonly startedAt = performance.now();
  private isOver = false;

  constructor(
    private readonly target: ExchangeTarget,
    private readonly request: TracedWork | undefined,
    /** The host times this exchange itself: it gets to know the status, and nothing else is recorded. */
    private readonly timedBy: TimedCall | null,
    private readonly deps: { recorder: Recorder; scrubber: Scrubber; settings: MonitoringSettings },
  ) {}

  answered(statusCode: number, contentLength: unknown): void {
    if (this.isOver) return;
    this.timedBy?.answered(statusCode);
    this.end(statusCode, sizeOf(contentLength));
  }

  failed(): void {
    if (this.isOver) return;
    this.timedBy?.failed();
    this.end(null, null);
  }

  private end(statusCode: number | null, responseSize: number | null): void {
    this.isOver = true;
    if (!this.timedBy) this.deps.recorder.record('apiCalls', this.event(statusCode, responseSize));
  }

  private event(statusCode: number | null, responseSize: number | null): ApiCallEvent {
    const { method, origin, path } = this.target;
    const { scrubber, settings } = this.deps;
    const endpoint = pathOf(path);
    return {
      timestamp: Date.now(),
      apiName: apiNameOf(origin, endpoint, settings.apis),
      endpoint: normalizePath(endpoint),
      method,
      responseTime: performance.now() - this.startedAt,
      statusCode,
      success: statusCode !== null && statusCode < 400,
      queryParams: queryParamsOf(path, scrubber),
      responseSize,
      traceId: this.request?.traceId ?? null,
    };
  }
}

function sizeOf(contentLength: unknown): number | null {
  const size = typeof contentLength === 'string' && contentLength !== '' ? Number(contentLength) : NaN;
  return Number.isSafeInteger(size) && size >= 0 ? size : null;
}
