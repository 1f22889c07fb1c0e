import { createDatabase } from '../../postgres/index.ts';
import { Failure } from '../../process/failure.ts';
import { build } from '../../product/build.ts';
import { prepare } from '../../seed/prepare.ts';
import { findingOf, inRounds, type Bed, type Bench, type Finding } from '../bench.ts';
import { fillStore, keepWriting } from './fill.ts';
import { spaceOf } from './space.ts';
import { p95Of } from './readers.ts';
import { rawPerformance } from './raw-performance.ts';
import { startReadServer, type ReadServer } from './read-server.ts';

/** Requests of the large store: ten million, or `BENCH_ROWS`. */
const ROWS = Number(process.env['BENCH_ROWS'] ?? 10_000_000);
const FEW_ROWS = 100_000;
const WRITTEN_PER_SECOND = 1000;
const ROUND_MS = 2000;
const LIMIT_MS = 50;
const MOST_GROWN = 1.3;
const WARM_UP_ROUNDS = 1;

const CALLS = [
  'performance?hours=168',
  'performance?hours=24',
  'performance?hours=168&compare=previous',
  'api-usage?hours=168',
  'user-activity?hours=168',
  'health?minutes=60&failOn=never',
];

/**
 * How long the calls of the dashboard take, with eight readers at once while a thousand requests a second are stored;
 * against the same from a store of a hundred thousand requests, and against plain SQL over the raw rows.
 */
export const dashboardBench: Bench = async (bed) => {
  const { succeeded, output } = await build(['api'], bed.stop);
  if (!succeeded) throw new Failure(output);
  const [few, many] = [await filled(bed, 'bench_few', FEW_ROWS), await filled(bed, 'bench_many', ROWS)];
  await using small = await startReadServer(few, bed.stop);
  await using large = await startReadServer(many, bed.stop);
  const findings: Finding[] = [];
  for (const call of CALLS) findings.push(...(await compare(call, bed, large, small)));
  return [...findings, await rawPerformance(bed, large, many), ...(await spaceOf(many))];
};

async function filled({ storeUrl, stop }: Bed, name: string, requests: number): Promise<string> {
  const url = await createDatabase(storeUrl, name);
  await prepare(url);
  await fillStore(url, requests, stop);
  return url;
}

async function compare(call: string, bed: Bed, large: ReadServer, small: ReadServer): Promise<Finding[]> {
  const p95 = async (server: ReadServer) => {
    await using meanwhile = new AsyncDisposableStack();
    meanwhile.use(keepWriting(server.storeUrl, WRITTEN_PER_SECOND));
    return p95Of({ origin: server.origin, token: await server.signIn(), call, forMs: ROUND_MS });
  };
  const rounds = await inRounds(bed, WARM_UP_ROUNDS, async () => ({
    reference: await p95(small),
    value: await p95(large),
  }));
  const subject = {
    name: `p95 of ${call}`,
    unit: 'ms',
    against: `of ${FEW_ROWS.toLocaleString('en')} requests`,
  };
  return [
    findingOf({ ...subject, goal: { of: 'value', bound: 'at most', limit: LIMIT_MS } }, rounds),
    findingOf({ ...subject, goal: { of: 'ratio', bound: 'at most', limit: MOST_GROWN } }, rounds),
  ];
}
