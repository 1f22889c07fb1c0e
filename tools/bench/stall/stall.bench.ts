import 'reflect-metadata';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { MonitoringModule, MonitoringService } from '@scitex/nest-monitoring';
import { findingOf, inRounds, type Bench } from '../bench.ts';
import { recordMixed } from './record-mixed.ts';

const EVENTS = 10_000;
const LIMIT_MS = 20;

/**
 * The longest that the event loop stands still while the module flushes 10,000 buffered events of every kind. The
 * first flush counts like any other: a host has one too.
 */
export const stallBench: Bench = async (bed) => {
  const app = await NestFactory.createApplicationContext(appModule(bed.storeUrl), {
    logger: ['error', 'fatal'],
  });
  const monitoring = app.get(MonitoringService);
  try {
    const rounds = await inRounds(bed, 0, async () => {
      recordMixed(monitoring, EVENTS);
      return { value: await longestStall(() => monitoring.flush()), reference: LIMIT_MS };
    });
    const subject = { name: 'Longest stall of a flush of 10,000 events', unit: 'ms', against: 'the limit' };
    return [findingOf({ ...subject, goal: { of: 'value', bound: 'at most', limit: LIMIT_MS } }, rounds)];
  } finally {
    await app.close();
  }
};

/** The flush interval is out of the way, so that no more than what is measured is under way. */
function appModule(url: string) {
  class AppModule {}
  const options = {
    serviceName: 'bench',
    transport: { kind: 'postgres', url },
    buffer: { batchSize: EVENTS / 2, flushIntervalMs: 3_600_000 },
  } as const;
  Module({ imports: [MonitoringModule.forRoot(options)] })(AppModule);
  return AppModule;
}

/** Milliseconds. */
async function longestStall(work: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  // What recording held up is not the flush's.
  await new Promise((resolve) => setTimeout(resolve, 5));
  delay.enable();
  await work();
  // One turn more, in which a delay that has just ended is seen.
  await new Promise((resolve) => setTimeout(resolve, 5));
  delay.disable();
  return delay.max / 1e6;
}
