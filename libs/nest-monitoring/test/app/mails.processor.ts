import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Inject, Injectable, Scope } from '@nestjs/common';
import { DelayedError, type Job } from 'bullmq';
import { MonitoringService, SkipMonitoring } from '../../src/index.js';

/** One kind of job for each way in which one can end. */
@Processor('mails', { concurrency: 10 })
export class MailsProcessor extends WorkerHost {
  private readonly postponed = new Set<string | undefined>();

  constructor(@Inject(MonitoringService) private readonly monitoring: MonitoringService) {
    super();
  }

  async process(job: Job<{ to: string }>, token?: string): Promise<string> {
    await new Promise(setImmediate);
    switch (job.name) {
      case 'send':
        this.monitoring.logMetric({ metricType: 'mail_length', value: 1 });
        return `sent to ${job.data.to}`;
      case 'text':
        throw 'just a string';
      case 'logged':
        throw this.logged();
      case 'postponed':
        return this.postpone(job, token);
      default:
        throw new Error(`no such mail: ${job.name}`);
    }
  }

  @OnWorkerEvent('completed')
  onCompleted(): void {
    return;
  }

  private logged(): Error {
    const error = new Error('seen already');
    this.monitoring.logError(error, { severity: 'low' });
    return error;
  }

  private async postpone(job: Job, token: string | undefined): Promise<string> {
    if (this.postponed.has(job.id)) return 'sent later';
    this.postponed.add(job.id);
    await job.moveToDelayed(Date.now() + 1, token);
    throw new DelayedError();
  }
}

/** Made anew for each job. */
@Injectable({ scope: Scope.REQUEST })
@Processor('drafts')
export class DraftsProcessor extends WorkerHost {
  process(): Promise<string> {
    return Promise.resolve('drafted');
  }
}

@SkipMonitoring()
@Processor('secrets')
export class SecretsProcessor extends WorkerHost {
  process(): Promise<never> {
    return Promise.reject(new Error('nobody has to know'));
  }
}
