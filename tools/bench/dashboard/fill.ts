import { createDataSource, maintainPartitions } from '@scitex/monitoring-storage';
import { BatchWriter } from '@scitex/monitoring-storage/writer';
import { historyBatch } from './history.ts';

const WEEK_MS = 7 * 86_400_000;
const BATCH = 5000;
/** More than what is filled. */
const RETENTION_DAYS = 30;
/** As many as keep PostgreSQL busy while rows are made. */
const WRITERS = 2;

/** Fills a store with the requests of the last week, and what comes with them, as a server would find it. */
export async function fillStore(storeUrl: string, requests: number, stop: AbortSignal): Promise<void> {
  await fillWeek(storeUrl, requests, stop);
  const dataSource = createDataSource({ url: storeUrl, poolSize: 2, applicationName: 'bench-maintenance' });
  await dataSource.initialize();
  try {
    await maintainPartitions(dataSource, { retentionDays: RETENTION_DAYS });
  } finally {
    await dataSource.destroy();
  }
}

/** Through the product's own writer. */
async function fillWeek(storeUrl: string, requests: number, stop: AbortSignal): Promise<void> {
  const now = Date.now();
  const timeOf = (index: number) => now - WEEK_MS + (index / requests) * WEEK_MS;
  let next = 0;
  const work = async () => {
    const writer = new BatchWriter({ url: storeUrl, applicationName: 'bench-fill' });
    try {
      for (let first = next; first < requests; first = next) {
        stop.throwIfAborted();
        next = Math.min(first + BATCH, requests);
        await writer.write(historyBatch(next - first, timeOf(first), timeOf(next)));
      }
    } finally {
      await writer.close();
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, work));
}

/** Stores so many requests a second, as they happen, until it is disposed of. */
export function keepWriting(storeUrl: string, perSecond: number): AsyncDisposable {
  const writer = new BatchWriter({ url: storeUrl, applicationName: 'bench-live' });
  let writing: Promise<unknown> = Promise.resolve();
  const write = () => {
    const now = Date.now();
    writing = writing.then(() => writer.write(historyBatch(perSecond, now - 1000, now)));
  };
  const timer = setInterval(write, 1000);
  return {
    [Symbol.asyncDispose]: async () => {
      clearInterval(timer);
      await writing;
      await writer.close();
    },
  };
}
