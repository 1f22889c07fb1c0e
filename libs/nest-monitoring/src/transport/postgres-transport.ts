import { CalmLogger } from '../context/calm-logger.js';
import type { Batch, CollectorReport } from '@scitex/monitoring-contracts';
import { BatchWriter } from '@scitex/monitoring-storage/writer';
import { within } from '../recording/within.js';
import { scrubText } from '../scrubbing/scrub-text.js';
import { redactUrl } from './redact-url.js';
import { RefusalWarnings } from './refusal-warnings.js';
import type { Transport, WriteResult } from './transport.js';

/** While the store is away it is said once, and then again every this many milliseconds at most. */
const REMINDER_MS = 300_000;
const MAX_REASON = 512;
/** What a store that is there takes for its farewell. */
const GRACE_MS = 250;

/** Stores batches through a small pool of its own, and says calmly when the store goes away and comes back. */
export class PostgresTransport implements Transport {
  private readonly logger = new CalmLogger();
  private readonly writer: BatchWriter;
  private readonly place: string;
  private readonly refusals = new RefusalWarnings();
  private awaySince: number | null = null;
  private warnedAt = -Infinity;
  private isReportRefused = false;

  constructor(options: { url: string; poolSize?: number | undefined; applicationName: string }) {
    const { url, poolSize, applicationName } = options;
    this.writer = new BatchWriter({ url, applicationName, ...(poolSize && { poolSize }) });
    this.place = redactUrl(url);
  }

  async send(batch: Batch): Promise<WriteResult> {
    try {
      const result = await this.writer.write(batch);
      this.cameBack();
      this.refusals.tell(result.refusals);
      return result;
    } catch (error) {
      this.wentAway(error);
      throw error;
    }
  }

  async report(report: CollectorReport): Promise<void> {
    try {
      await this.writer.report(report);
    } catch (error) {
      if (isForGood(error)) this.reportRefused(error);
      throw error;
    }
  }

  /** What is still under way was given up, and must not keep a process alive that has nothing else left to do. */
  async close(): Promise<void> {
    await within(GRACE_MS, this.writer.close());
    this.writer.abort();
  }

  private reportRefused({ message }: Error): void {
    if (this.isReportRefused) return;
    this.isReportRefused = true;
    this.logger.warn(
      `What the monitor captures and costs will not show on the dashboard; events are stored as before. ${message}`,
    );
  }

  private cameBack(): void {
    if (this.awaySince === null) return;
    const seconds = Math.round((performance.now() - this.awaySince) / 1000);
    this.logger.log(`The monitoring store at ${this.place} is back after ${seconds} s.`);
    this.awaySince = null;
    this.warnedAt = -Infinity;
  }

  private wentAway(error: unknown): void {
    const now = performance.now();
    this.awaySince ??= now;
    if (now - this.warnedAt < REMINDER_MS) return;
    this.warnedAt = now;
    const reason = scrubText(
      error instanceof Error ? error.message || error.name : String(error),
      MAX_REASON,
    );
    this.logger.warn(
      `Events for the monitoring store at ${this.place} (option transport.url) wait in memory and in the spool, within limits; ` +
        `the app is not affected. ${reason}`,
    );
  }
}

/** The store is there, and has no such table or grants it to others (class 42): an older server, most likely. */
function isForGood(error: unknown): error is Error {
  const cause = error instanceof Error ? (error.cause as { code?: unknown } | undefined) : undefined;
  return typeof cause?.code === 'string' && cause.code.startsWith('42');
}
