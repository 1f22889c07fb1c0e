import { Controller, Get, Inject, Injectable } from '@nestjs/common';
import { Cron, Interval, Timeout } from '@nestjs/schedule';
import { MonitoringService, SkipMonitoring } from '../../src/index.js';

const NEVER = '0 0 1 1 *';
const job = (name: string) => ({ name, waitForCompletion: true });

export abstract class Tidying {
  ran: string[] = [];

  @Cron(NEVER, job('inherited'))
  inherited(): void {
    this.ran.push('inherited');
  }
}

/** One method for each way in which a run can end; none of them fires by the clock but the last two. */
@Injectable()
export class ChoresService extends Tidying {
  /** Where the app itself answers. */
  url = '';

  constructor(@Inject(MonitoringService) private readonly monitoring: MonitoringService) {
    super();
  }

  @Cron(NEVER, job('sweep'))
  async sweep(): Promise<void> {
    await new Promise(setImmediate);
    this.monitoring.logMetric({ metricType: 'swept', value: this.ran.push('sweep') });
  }

  @Cron(NEVER, job('failing'))
  failing(): void {
    throw new Error('no broom');
  }

  @Cron(NEVER, job('failing later'))
  async failingLater(): Promise<void> {
    await new Promise(setImmediate);
    throw new Error('the broom broke');
  }

  @Cron(NEVER, job('text'))
  text(): void {
    throw 'just a string';
  }

  @Cron(NEVER, job('logged'))
  logged(): void {
    const error = new Error('seen already');
    this.monitoring.logError(error, { severity: 'low' });
    throw error;
  }

  @Cron(NEVER, job('asking'))
  async asking(): Promise<void> {
    await fetch(`${this.url}/chores`);
  }

  @SkipMonitoring()
  @Cron(NEVER, job('skipped'))
  skipped(): void {
    throw new Error('nobody has to know');
  }

  @Interval('each', 2)
  each(): void {
    return;
  }

  @Timeout('soon', 1)
  soon(): void {
    return;
  }
}

@Controller('chores')
export class ChoresController {
  constructor(@Inject(ChoresService) private readonly chores: ChoresService) {}

  @Get()
  list(): string[] {
    return this.chores.ran;
  }

  /** A chore that is done for somebody is a part of that request. */
  @Get('fail')
  fail(): void {
    this.chores.failing();
  }
}
