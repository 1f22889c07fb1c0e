import type { Batch } from '@scitex/monitoring-contracts';
import { BatchWriter, type WriteResult } from '@scitex/monitoring-storage/writer';
import { Failure } from '../process/failure.ts';
import { batches } from './batches.ts';
import { countOf, totalsOf, type Plan } from './plan.ts';
import { prepare, reasonOf } from './prepare.ts';
import { Progress } from './progress.ts';

/** Batches under way at once: while PostgreSQL stores one, the next is made and sent. */
const AT_ONCE = 2;

/**
 * Writes a plan's sample data into a store, which it migrates first.
 * @returns what became of each batch
 * @throws Failure when the store cannot be reached, or does not take the data
 */
export async function seed(plan: Plan, url: string, stop: AbortSignal): Promise<WriteResult[]> {
  await prepare(url);
  const writer = new BatchWriter({ url, poolSize: AT_ONCE, applicationName: 'scitex-monitoring-seed' });
  const progress = new Progress(countOf(totalsOf(plan)));
  const queue = batches(plan);
  const results: WriteResult[] = [];

  const drain = async () => {
    for (const batch of queue) {
      stop.throwIfAborted();
      const result = await write(writer, batch, plan);
      results.push(result);
      progress.add(countOf(result.stored));
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, drain));
  } finally {
    progress.end();
    await writer.close();
  }
  return results;
}

async function write(writer: BatchWriter, batch: Batch, { seed, until }: Plan): Promise<WriteResult> {
  try {
    return await writer.write(batch);
  } catch (error) {
    const again = `--seed ${seed} --until ${new Date(until).toISOString()}`;
    throw new Failure(
      `The store did not take all of the data (${reasonOf(error)}): mend that, and run it again with ${again} to add the rest.`,
    );
  }
}
