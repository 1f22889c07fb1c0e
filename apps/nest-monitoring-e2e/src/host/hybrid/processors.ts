import { Processor, WorkerHost } from '@nestjs/bullmq';
import type { Type } from '@nestjs/common';
import type { Job } from 'bullmq';
import type { Monitoring } from '../monitoring/monitoring.js';
import { callPeer } from './call-peer.js';

export const QUEUES = ['mails', 'failures', 'secrets'] as const;
export type QueueName = (typeof QUEUES)[number];

/** One processor for each way in which a job can end. */
export function processors({ SkipMonitoring }: Monitoring): Type[] {
  @Processor('mails', { concurrency: 8 })
  class MailsProcessor extends WorkerHost {
    process({ name }: Job): Promise<string> {
      return callPeer(name);
    }
  }

  @Processor('failures', { concurrency: 8 })
  class FailuresProcessor extends WorkerHost {
    async process({ name }: Job): Promise<never> {
      await new Promise(setImmediate);
      throw new Error(`no such mail: ${name}`);
    }
  }

  @SkipMonitoring()
  @Processor('secrets')
  class SecretsProcessor extends WorkerHost {
    process(): Promise<never> {
      return Promise.reject(new Error('nobody has to know'));
    }
  }
  return [MailsProcessor, FailuresProcessor, SecretsProcessor];
}
