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

/** Runs benchmarks on a PostgreSQL of their own, prints one table and writes it. 1 when one could not be run. */
export async function bench({ benches, rounds, publish }: Selection, stop: AbortSignal): Promise<number> {
  await buildWhatIsMeasured(stop);
  // Before anything is started that must stay off the core of the hosts.
  reserveCore();
  const folder = mkdtempSync(join(tmpdir(), 'scitex-bench-'));
  const rows: Row[] = [];
  let failed = false;
  try {
    await using postgres = await startPostgres(folder);
    // Imported only now: what they import was just built.
    const { prepare } = await import('../seed/prepare.ts');
    await prepare(postgres.url);
    for (const entry of benches) {
      process.stdout.write(`${entry.title} …\n`);
      const onRound = () => process.stdout.write('.');
      const found = await rowsOf(entry, { storeUrl: postgres.url, rounds, stop, onRound });
      process.stdout.write('\n');
      if (found instanceof Failure) {
        failed = true;
        rows.push({ name: entry.title, reason: found.message });
      } else rows.push(...found);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  await report({ rows, rounds, publish });
  return failed ? 1 : 0;
}

/** One that cannot be measured here does not keep the others from it. */
async function rowsOf({ run }: BenchEntry, bed: Bed): Promise<readonly Row[] | Failure> {
  try {
    return await run(bed);
  } catch (error) {
    if (error instanceof Failure && !bed.stop.aborted) return error;
    throw error;
  }
}

async function buildWhatIsMeasured(stop: AbortSignal): Promise<void> {
  process.stdout.write('Checking the build …\n');
  const { succeeded, output } = await build(['storage', 'nest-monitoring'], stop);
  if (succeeded) return;
  process.stderr.write(output);
  throw new Failure('The build failed: mend what its output above names and run npm run bench again.');
}
