import type { CollectorReport, Source } from '@scitex/monitoring-contracts';
import { randomUUID } from 'node:crypto';
import { runAsMonitor } from '../context/scope.js';
import type { Transport } from '../transport/transport.js';

export interface Reporting {
  /** Milliseconds between two reports at least, while something changes. */
  readonly everyMs: number;
  /** Milliseconds between two reports at most. */
  readonly heartbeatMs: number;
}

export const REPORTING: Reporting = { everyMs: 5_000, heartbeatMs: 30_000 };

type Figures = Omit<CollectorReport, 'id' | 'source' | 'uptime' | 'ended'>;

interface Parts {
  readonly transport: Transport;
  readonly source: Source;
  /** All of one moment. */
  readonly read: () => Figures;
  /** Whether the store took what it was last sent. */
  readonly isStoreThere: () => boolean;
}

/**
 * Tells the store now and then what the monitor has captured, stored and dropped, and what it costs. One report at a
 * time, beside the deliveries and never in their way; one that fails is not repeated, as the next says all of it.
 */
export class Reporter {
  private readonly id = randomUUID();
  private readonly startedAt = performance.now();
  private readonly timer: NodeJS.Timeout;
  private sending: Promise<void> | null = null;
  private askedAt = -Infinity;
  private last = '';
  private hasFailed = false;
  private isClosed = false;

  constructor(
    private readonly parts: Parts,
    private readonly reporting: Reporting,
  ) {
    this.timer = setInterval(() => this.beat(), reporting.everyMs).unref();
  }

  /** Something was stored: the first that is shows at once that the app is connected. */
  delivered(): void {
    if (performance.now() - this.askedAt >= this.reporting.everyMs) this.beat();
  }

  /** Says that it was all; not where nothing was ever captured, nor while the store is away. */
  async end(): Promise<void> {
    await this.sending;
    const figures = this.parts.read();
    const isKnown = this.last !== '' || figures.captured > 0;
    if (isKnown && this.parts.isStoreThere()) await this.send(figures, true);
  }

  /** Says that it was all, and nothing after it. */
  close(): Promise<void> {
    clearInterval(this.timer);
    this.isClosed = true;
    return this.end();
  }

  private beat(): void {
    if (this.isClosed || this.sending || !this.parts.isStoreThere()) return;
    const figures = this.parts.read();
    const isOverdue = performance.now() - this.askedAt >= this.reporting.heartbeatMs;
    const isNews = !this.hasFailed && summaryOf(figures) !== this.last;
    if (isOverdue || isNews) void this.send(figures, false);
  }

  private send(figures: Figures, ended: boolean): Promise<void> {
    const { transport, source } = this.parts;
    const uptime = performance.now() - this.startedAt;
    this.askedAt = performance.now();
    this.last = summaryOf(figures);
    const report = { id: this.id, source, uptime, ended, ...figures };
    const sent = runAsMonitor(() => transport.report?.(report)) ?? Promise.resolve();
    const settled = (hasFailed: boolean) => {
      this.hasFailed = hasFailed;
      this.sending = null;
    };
    this.sending = sent.then(
      () => settled(false),
      () => settled(true),
    );
    return this.sending;
  }
}

/** What has to have changed to be worth a report before the next is due anyway. */
function summaryOf({ kinds, mode }: Figures): string {
  return JSON.stringify([kinds, mode]);
}
