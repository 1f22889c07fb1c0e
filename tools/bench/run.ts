import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../process/failure.ts';
import { startPostgres } from '../postgres/index.ts';
import { build } from '../product/build.ts';
import type { Selection } from './arguments.ts';
import type { Bed, Row } from './bench.ts';
import type { BenchEntry } from './benches.ts';
import { reserveCore } from './host/pinning.ts';
import { report } from './report.ts';

/** Runs benchmarks, prints one table and writes it. 1 when one could not be run. */
export async function bench({ benches, rounds, publish }: Selection, stop: AbortSignal): Promise<number> {
  await buildWhatIsMeasured(stop);
  const rows: Row[] = [];
  let failed = false;
  for (const entry of benches) {
    process.stdout.write(`${entry.title} …\n`);
    const onRound = () => process.stdout.write('.');
    const found = await rowsOf(entry, { rounds, stop, onRound });
    process.stdout.write('\n');
    if (found instanceof Failure) {
      failed = true;
      rows.push({ name: entry.title, reason: found.message });
    } else rows.push(...found);
  }
  await report({ rows, rounds, publish });
  return failed ? 1 : 0;
}

/** One that cannot be measured here does not keep the others from it. */
async function rowsOf(entry: BenchEntry, bed: Omit<Bed, 'storeUrl'>): Promise<readonly Row[] | Failure> {
  try {
    return await onStore(entry, bed);
  } catch (error) {
    if (error instanceof Failure && !bed.stop.aborted) return error;
    throw error;
  }
}

/** Each has a PostgreSQL of its own, so that none meets what another has left in its caches and on its disk. */
async function onStore({ run, hasHosts }: BenchEntry, bed: Omit<Bed, 'storeUrl'>): Promise<readonly Row[]> {
  using stack = new DisposableStack();
  const folder = mkdtempSync(join(tmpdir(), 'scitex-bench-'));
  stack.defer(() => rmSync(folder, { recursive: true, force: true }));
  // Before anything is started that must stay off the core of the hosts.
  if (hasHosts) stack.use(reserveCore());
  await using postgres = await startPostgres(folder);
  // Imported only now: what they import was just built.
  const { prepare } = await import('../seed/prepare.ts');
  await prepare(postgres.url);
  return await run({ ...bed, storeUrl: postgres.url });
}

async function buildWhatIsMeasured(stop: AbortSignal): Promise<void> {
  process.stdout.write('Checking the build …\n');
  const { succeeded, output } = await build(['storage', 'nest-monitoring'], stop);
  if (succeeded) return;
  process.stderr.write(output);
  throw new Failure('The build failed: mend what its output above names and run npm run bench again.');
}
