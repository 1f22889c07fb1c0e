import { Logger } from '@nestjs/common';
import { guarded } from '../../context/guarded.js';
import type { OverloadState } from '../overload-state.js';
import { EventLoopDelay } from './event-loop-delay.js';
import { FULL, STEPS, type Step } from './steps.js';

/** Ticks in a row with a delay above the limit before a step further: one long task alone is no overload. */
const TICKS_UP = 2;
/** Ticks in a row with a delay well below the limit before a step back: going down is no hurry, swinging is. */
const TICKS_DOWN = 5;
/** What «well below» is, as a share of the limit. */
const CALM = 0.5;
/** A host at its limit may swing: it is told at most once in so many milliseconds. */
const REMINDER_MS = 300_000;

/** Where the delay comes from. */
type DelaySource = Pick<EventLoopDelay, 'read' | 'stop'>;

/**
 * Watches the event loop of the host, and decides how much the monitor records: a step less while the delay passes
 * the limit, and a step more when it has been well below for a while.
 */
export class OverloadWatch {
  private readonly logger = new Logger('Monitoring');
  private level = 0;
  private above = 0;
  private below = 0;
  private modeSince: number | null = null;
  private delay: number | null = null;
  private toldAt = -Infinity;
  private isTold = false;

  /** @param limitMs the delay (p99) of one tick from which on less is recorded */
  constructor(
    private readonly limitMs: number,
    private readonly source: DelaySource = new EventLoopDelay(limitMs * CALM),
  ) {}

  get step(): Step {
    return STEPS[this.level] ?? FULL;
  }

  get state(): OverloadState {
    return { mode: this.step.mode, modeSince: this.modeSince, eventLoopDelayP99: this.delay };
  }

  /** To be called at regular intervals. */
  tick(): void {
    this.delay = this.source.read();
    const delay = this.delay ?? 0;
    this.above = delay > this.limitMs ? this.above + 1 : 0;
    this.below = delay < this.limitMs * CALM ? this.below + 1 : 0;
    if (this.above >= TICKS_UP) this.move(1);
    else if (this.below >= TICKS_DOWN) this.move(-1);
  }

  stop(): void {
    this.source.stop();
  }

  private move(by: 1 | -1): void {
    this.above = 0;
    this.below = 0;
    const { mode } = this.step;
    this.level = Math.min(Math.max(this.level + by, 0), STEPS.length - 1);
    if (this.step.mode === mode) return;
    this.modeSince = Date.now();
    if (mode === 'full') guarded(() => this.tellBegin());
    if (this.step.mode === 'full') guarded(() => this.tellEnd());
  }

  private tellBegin(): void {
    if (performance.now() - this.toldAt < REMINDER_MS) return;
    this.toldAt = performance.now();
    this.isTold = true;
    this.logger.warn(
      `The event loop is delayed by ${Math.round(this.delay ?? 0)} ms (p99; limit ${this.limitMs} ms, option overload.eventLoopDelayMs): ` +
        `until it recovers the monitor leaves out detail, and then merges alike events. All counts stay exact.`,
    );
  }

  private tellEnd(): void {
    if (!this.isTold) return;
    this.isTold = false;
    this.logger.log('The event loop has recovered: the monitor records everything in full again.');
  }
}
