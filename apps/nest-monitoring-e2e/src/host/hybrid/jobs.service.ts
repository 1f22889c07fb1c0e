import { getQueueToken } from '@nestjs/bullmq';
import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { QueueEvents, type Queue } from 'bullmq';
import { QUEUES, type QueueName } from './processors.js';
import { CONNECTION, PREFIX } from './redis.js';

/** Puts jobs into the queues, and hears how they end. */
@Injectable()
export class JobsService implements OnModuleInit, OnModuleDestroy {
  private readonly events = new Map<string, QueueEvents>();

  constructor(@Inject(ModuleRef) private readonly modules: ModuleRef) {}

  async onModuleInit(): Promise<void> {
    for (const name of QUEUES)
      this.events.set(name, new QueueEvents(name, { connection: CONNECTION, prefix: PREFIX }));
    await this.each((events) => events.waitUntilReady());
  }

  async onModuleDestroy(): Promise<void> {
    await this.each((events) => events.close());
  }

  /** Resolves with what it returned, or the message of what it failed with. */
  async work(name: QueueName, job: string): Promise<unknown> {
    const queue: Queue = this.modules.get(getQueueToken(name), { strict: false });
    const events = this.events.get(name);
    if (!events) throw new Error(`There is no queue «${name}»: add it to QUEUES.`);
    const added = await queue.add(job, {});
    return added.waitUntilFinished(events).catch((error: unknown) => String(error));
  }

  private each(work: (events: QueueEvents) => Promise<unknown>): Promise<unknown> {
    return Promise.all([...this.events.values()].map(work));
  }
}
