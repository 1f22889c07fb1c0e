import type { ApiCallEvent, RateLimit } from '@scitex/monitoring-contracts';
import type { TimedCall } from '../../context/scope.js';
import type { TracedWork } from '../../context/traced-work.js';
import type { MonitoringSettings } from '../../monitoring.settings.js';
import type { Recorder } from '../../recording/recorder.js';
import { queryParamsOf } from '../../scrubbing/query-params.js';
import type { Scrubber } from '../../scrubbing/scrubber.js';
import { pathOf } from '../inbound/exclusion.js';
import { apiNameOf } from './api-name.js';
import { normalizePath } from './normalize-path.js';
import type { OpenAnswer, OpenAnswers } from './open-answers.js';
import { rateLimitOf, type RawHeaders } from './rate-limit.js';

export interface ExchangeTarget {
  readonly method: string;
  /** Such as `https://api.example.org:8443`. */
  readonly origin: string;
  /** With the query. */
  readonly path: string;
}

/** Begins the record of an exchange; null for one that is not this app's to record. */
export type BeginExchange = (target: ExchangeTarget) => Exchange | null;

export interface ExchangeParts {
  readonly recorder: Recorder;
  readonly scrubber: Scrubber;
  readonly settings: MonitoringSettings;
  readonly answers: OpenAnswers;
}

/** The beginning of an answer, as it came. */
export interface AnswerHead {
  readonly statusCode: number;
  readonly contentLength: unknown;
  readonly headers: RawHeaders;
}

interface Answer {
  readonly timestamp: number;
  readonly responseTime: number;
  readonly statusCode: number;
  readonly responseSize: number | null;
  readonly rateLimit: RateLimit | null;
}

const readBySomebody = (): boolean => false;

/**
 * One outbound HTTP exchange. It is over when the answer's body is, since one that breaks off has failed; but its
 * duration runs until the answer's headers are in, so that a caller who reads slowly does not prolong the figure.
 * It ends once, whatever is heard after that.
 */
export class Exchange implements OpenAnswer {
  private readonly startedAt = performance.now();
  answeredAt = 0;
  isUnread = readBySomebody;
  private answer: Answer | null = null;
  private isOver = false;

  constructor(
    private readonly target: ExchangeTarget,
    private readonly request: TracedWork | undefined,
    /** The host times this exchange itself: it gets to know how it went, and nothing else is recorded. */
    private readonly timedBy: TimedCall | null,
    private readonly parts: ExchangeParts,
  ) {}

  /** Whether the headers are in. */
  get isAnswered(): boolean {
    return this.answer !== null;
  }

  /** @param isUnread whether nobody has begun to read the body, where that can be told */
  answered({ statusCode, contentLength, headers }: AnswerHead, isUnread = readBySomebody): void {
    if (this.isOver || this.answer) return;
    this.answeredAt = performance.now();
    this.isUnread = isUnread;
    const { method } = this.target;
    const rateLimit = rateLimitOf(headers);
    this.answer = {
      timestamp: Date.now(),
      responseTime: this.answeredAt - this.startedAt,
      statusCode,
      responseSize: method === 'HEAD' ? null : sizeOf(contentLength),
      rateLimit,
    };
    this.timedBy?.answered(statusCode, rateLimit);
    if (!this.timedBy) this.parts.answers.add(this);
  }

  /** The answer is in, or as much of it as its caller wants. */
  complete(): void {
    if (this.answer) this.end({ ...this.answer, failure: null, success: this.answer.statusCode < 400 });
  }

  /** No answer came, or it broke off. */
  failed(failure: string): void {
    if (this.isOver) return;
    const statusCode = this.answer?.statusCode ?? null;
    this.timedBy?.failed(failure, statusCode);
    const responseTime = performance.now() - this.startedAt;
    this.end({
      timestamp: Date.now(),
      responseTime,
      statusCode,
      responseSize: null,
      rateLimit: this.answer?.rateLimit ?? null,
      failure,
      success: false,
    });
  }

  private end(outcome: Outcome): void {
    if (this.isOver) return;
    this.isOver = true;
    this.parts.answers.delete(this);
    if (!this.timedBy) this.parts.recorder.record('apiCalls', this.event(outcome));
  }

  private event(outcome: Outcome): ApiCallEvent {
    const { method, origin, path } = this.target;
    const { recorder, scrubber, settings } = this.parts;
    const endpoint = pathOf(path);
    return {
      ...outcome,
      apiName: apiNameOf(origin, endpoint, settings.apis),
      endpoint: normalizePath(endpoint),
      method,
      queryParams: recorder.isShedding ? {} : queryParamsOf(path, scrubber),
      traceId: this.request?.traceId ?? null,
    };
  }
}

type Outcome = Pick<
  ApiCallEvent,
  'timestamp' | 'responseTime' | 'statusCode' | 'responseSize' | 'rateLimit' | 'failure' | 'success'
>;

function sizeOf(contentLength: unknown): number | null {
  const size = typeof contentLength === 'string' && contentLength !== '' ? Number(contentLength) : NaN;
  return Number.isSafeInteger(size) && size >= 0 ? size : null;
}
