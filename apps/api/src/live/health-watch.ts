import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { Health, LiveQuery } from '@scitex/monitoring-contracts';
import { HealthService } from '../health/health.service.js';
import { LiveLog } from './live-log.js';

const EVERY_MS = 3_000;
/** Without anything new, health changes only as its window moves on. */
const QUIET_EVERY_MS = 30_000;
const WINDOW = { minutes: 60, failOn: 'never' } as const;

/** What streams with one scope share. */
interface Watched {
  readonly scope: LiveQuery;
  readers: number;
  health?: Health;
  /** How far the log went when health was judged last, and when that was. */
  place: number;
  time: number;
}

/** Judges health for each scope that a stream has, once for all of its streams, and notes in the log how it changes. */
@Injectable()
export class HealthWatch implements OnModuleDestroy {
  private readonly logger = new Logger('Live');
  private readonly watched = new Map<string, Watched>();
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly service: HealthService,
    private readonly log: LiveLog,
  ) {}

  /** Watches a scope until the returned function is called. */
  follow({ app, environment }: LiveQuery): () => void {
    const key = JSON.stringify([app, environment]);
    const scope = { app, environment };
    const watched = this.watched.get(key) ?? { scope, readers: 0, place: -1, time: 0 };
    watched.readers += 1;
    this.watched.set(key, watched);
    this.timer ??= setTimeout(() => this.start(), 0);
    return () => {
      watched.readers -= 1;
      if (watched.readers === 0) this.watched.delete(key);
    };
  }

  async onModuleDestroy(): Promise<void> {
    this.watched.clear();
    clearTimeout(this.timer);
    await this.running;
  }

  private start(): void {
    this.running = this.judgeAll().finally(() => {
      this.timer = this.watched.size > 0 ? setTimeout(() => this.start(), EVERY_MS).unref() : undefined;
    });
  }

  /** One after the other, so that streams never take more than one of the store's connections. */
  private async judgeAll(): Promise<void> {
    for (const watched of [...this.watched.values()]) {
      const isDue = watched.place !== this.log.end || Date.now() - watched.time >= QUIET_EVERY_MS;
      if (watched.readers === 0 || !isDue) continue;
      watched.place = this.log.end;
      watched.time = Date.now();
      await this.judge(watched).catch((error: unknown) => {
        this.logger.warn(`Health could not be judged: ${String(error)}`);
      });
    }
  }

  private async judge(watched: Watched): Promise<void> {
    const query = { ...WINDOW, ...watched.scope };
    const previous = watched.health;
    const bare = await this.service.checkBare(query);
    watched.health ??= bare.health;
    if (!previous || statusesOf(previous) === statusesOf(bare.health)) return;
    // Since when it has been so takes a day's minutes to tell: it is asked for only where there is news.
    const { health } = await this.service.check(query);
    if (statusesOf(previous) === statusesOf(health)) return;
    watched.health = health;
    const change = { previous: previous.healthStatus, health };
    this.log.append({ kind: 'health', scope: watched.scope, change });
  }
}

function statusesOf({ healthStatus, checks }: Health): string {
  return [healthStatus, ...checks.map(({ name, status }) => `${name}=${status}`)].join();
}
