import { BatchWriter } from '@scitex/monitoring-storage';
import { randomNumbers } from '@scitex/monitoring-storage/testing';
import { randomBatch, SOURCES } from './random-batch.js';
import { startTestApp, type TestApp } from './test-app.js';

const HOUR_MS = 3_600_000;

/** A server whose store holds random events of every kind and source, of the 60 hours up to a time. */
export async function startFilledApp(seed: number, to: number): Promise<TestApp> {
  const server = await startTestApp();
  const writer = new BatchWriter({ url: server.store.url });
  const random = randomNumbers(seed);
  for (const source of SOURCES)
    await writer.write(randomBatch(source, new Date(to - 60 * HOUR_MS), new Date(to), 400, random));
  await writer.close();
  return server;
}
