import { randomBytes } from 'node:crypto';
import { Agent, get } from 'node:http';
import { createHistogram } from 'node:perf_hooks';

/** What the driver knows of the requests that it made, whatever the module says. */
export interface DriversBooks {
  /** The first half of every trace id. */
  readonly run: string;
  /** Requests that were answered, and so have to be on the record. */
  readonly answered: number;
  /** Those of them that were server errors. */
  readonly failed: number;
  /** Those of them that a user made. */
  readonly byUsers: number;
  /** Requests that got no answer, or another than ever. */
  readonly astray: number;
}

const CONNECTIONS = 16;
const TURN_MS = 10;
/** What is under way at most: a host that stands still is not run over. */
const MAX_UNDER_WAY = 2_000;
const EVERY_FAILING = 50;
const EVERY_BY_USER = 4;

/** Makes so many requests a second, whatever becomes of them, until it is stopped. */
export class Driver {
  private readonly run = randomBytes(8).toString('hex');
  private readonly agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  private readonly startedAt = performance.now();
  private readonly timer: NodeJS.Timeout;
  private latency = createHistogram();
  private sent = 0;
  private underWay = 0;
  private counts = { answered: 0, failed: 0, byUsers: 0, astray: 0 };

  private readonly url: string;
  private readonly perSecond: number;

  constructor(url: string, perSecond: number) {
    this.url = url;
    this.perSecond = perSecond;
    this.timer = setInterval(() => this.turn(), TURN_MS);
  }

  get books(): DriversBooks {
    return { run: this.run, ...this.counts };
  }

  /** Milliseconds within which 99 of 100 requests were answered, since this was last asked. */
  takeP99(): number {
    const p99 = this.latency.percentile(99) / 1e6;
    this.latency = createHistogram();
    return p99;
  }

  /** Resolves when every request has its answer. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    while (this.underWay > 0) await new Promise((resolve) => setTimeout(resolve, TURN_MS));
    this.agent.destroy();
  }

  private turn(): void {
    const due = ((performance.now() - this.startedAt) * this.perSecond) / 1000;
    while (this.sent < due) {
      this.sent++;
      if (this.underWay < MAX_UNDER_WAY) void this.request(this.sent);
    }
  }

  private async request(number: number): Promise<void> {
    const fails = number % EVERY_FAILING === 0;
    const isByUser = number % EVERY_BY_USER === 0;
    const traceId = this.run + number.toString(16).padStart(16, '0');
    const headers = {
      traceparent: `00-${traceId}-00000000000000a1-01`,
      ...(isByUser && { 'x-user': `user-${number % 400}` }),
    };
    const begin = performance.now();
    this.underWay++;
    const status = await this.statusOf(`/papers/${number}${fails ? '/broken' : ''}`, headers);
    this.underWay--;
    this.latency.record(Math.max(1, Math.round((performance.now() - begin) * 1e6)));
    if (status !== (fails ? 500 : 200)) return void this.counts.astray++;
    this.counts.answered++;
    if (fails) this.counts.failed++;
    if (isByUser) this.counts.byUsers++;
  }

  /** 0 where there is no answer. */
  private statusOf(path: string, headers: Record<string, string>): Promise<number> {
    return new Promise((resolve) => {
      const call = get(this.url + path, { agent: this.agent, headers }, (answer) => {
        answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
      });
      call.on('error', () => resolve(0));
    });
  }
}
