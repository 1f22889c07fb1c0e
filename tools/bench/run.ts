import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { Failure } from '../process/failure.ts';
import { startPostgres } from '../postgres/index.ts';
import { build } from '../product/build.ts';
import { DATA, ROOT } from '../product/paths.ts';
import type { Bench, Finding } from './bench.ts';
import type { LongBench } from './soak/long-run.ts';
import { toTable } from './table.ts';

const RESULT = join(DATA, 'bench.json');

/**
 * Runs benchmarks on a PostgreSQL of its own, prints one table and writes it as JSON.
 * @param names of long runs, which take many minutes each; none for all of the others
 */
export async function bench(stop: AbortSignal, names: readonly string[] = []): Promise<number> {
  await buildWhatIsMeasured(stop);
  const folder = mkdtempSync(join(tmpdir(), 'scitex-bench-'));
  const findings: Finding[] = [];
  try {
    await using postgres = await startPostgres(folder);
    // Imported only now: what they import was just built.
    const { prepare } = await import('../seed/prepare.ts');
    await prepare(postgres.url);
    const chosen = names.length > 0 ? await longRuns(names) : await benches();
    for (const [title, run] of chosen) {
      process.stdout.write(`${title} …\n`);
      findings.push(...[await run(postgres.url, stop)].flat());
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  process.stdout.write(`\n${toTable(findings)}\n\n`);
  writeResult(findings);
  return 0;
}

async function longRuns(names: readonly string[]): Promise<[string, LongBench][]> {
  const { soakBench } = await import('./soak/soak.bench.ts');
  const { awayBench, silentBench, slowBench } = await import('./outage/outage.bench.ts');
  const all: Readonly<Record<string, [string, LongBench]>> = {
    soak: ['Whether anything grows in a host under load', soakBench],
    outage: ['What a host does while its store is away', awayBench],
    'outage-silent': ['What a host does while its store takes connections and never answers', silentBench],
    'outage-slow': ['What a host does while every statement takes its store 2 s', slowBench],
  };
  return names.map((name) => {
    const found = all[name];
    if (found) return found;
    throw new Failure(`There is no long run «${name}»: choose among ${Object.keys(all).join(', ')}.`);
  });
}

async function benches(): Promise<[string, Bench][]> {
  const { requestsBench, mixedBench } = await import('./writer/writer.bench.ts');
  const { answeredBench, failedBench } = await import('./host/host.bench.ts');
  const { stallBench } = await import('./stall/stall.bench.ts');
  return [
    ['How fast the writer stores requests', requestsBench],
    ['How fast the writer stores every kind', mixedBench],
    ['How long a flush holds up the event loop', stallBench],
    ['What the module adds to a request', answeredBench],
    ['What the module adds to a request that fails', failedBench],
  ];
}

async function buildWhatIsMeasured(stop: AbortSignal): Promise<void> {
  process.stdout.write('Checking the build …\n');
  const { succeeded, output } = await build(['storage', 'nest-monitoring'], stop);
  if (succeeded) return;
  process.stderr.write(output);
  throw new Failure('The build failed: mend what its output above names and run npm run bench again.');
}

function writeResult(findings: readonly Finding[]): void {
  const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length };
  mkdirSync(DATA, { recursive: true });
  writeFileSync(RESULT, `${JSON.stringify({ at: new Date(), machine, benches: findings }, null, 2)}\n`);
  process.stdout.write(`Also in ${relative(ROOT, RESULT)}.\n`);
}
