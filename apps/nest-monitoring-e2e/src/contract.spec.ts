import { createTestStore, type TestStore } from '@scitex/monitoring-storage/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { on, type Platform } from './cases/case.js';
import { CASES } from './cases/index.js';
import { compileHost, FORMATS } from './driver/compile-host.js';
import { runHost, startHost, type Exit } from './driver/host-process.js';
import { installPackedModule } from './driver/pack-module.js';
import { builtHost } from './driver/paths.js';
import { startPeer, type Peer } from './driver/peer.js';
import { drive, runsOf, type Run } from './driver/run-cases.js';
import { StoredRows, TABLES } from './driver/stored-rows.js';
import { expectedRows, expectRows } from './driver/expected-rows.js';
import type { HostSettings } from './host/settings.js';

const NESTS = [11, 12] as const;
const PLATFORMS: readonly Platform[] = ['express', 'fastify'];
const CRASHES = ['exception', 'rejection'] as const;
type Crash = (typeof CRASHES)[number];
const bareCrashes = new Map<string, Promise<Exit>>();

const HOSTS = NESTS.flatMap((nest) =>
  FORMATS.flatMap((format) => PLATFORMS.map((platform) => ({ nest, format, platform }))),
);

let store: TestStore;
let temporary: string;
let peer: Peer;
let barePeer: Peer;

beforeAll(async () => {
  store = await createTestStore();
  temporary = await mkdtemp(join(tmpdir(), 'nest-hosts-'));
  [peer, barePeer] = await Promise.all([startPeer(), startPeer()]);
  for (const nest of NESTS) {
    await installPackedModule(join(builtHost(nest), 'node_modules', '@scitex', 'nest-monitoring'));
    for (const format of FORMATS) await compileHost(join(builtHost(nest), format), format);
  }
}, 120_000);
afterAll(async () => {
  peer.close();
  barePeer.close();
  await rm(temporary, { recursive: true });
  await store.drop();
});

describe.each(HOSTS)('a host on Nest $nest with $platform, as $format', ({ nest, format, platform }) => {
  const runs = runsOf(CASES, platform);
  const named = runs.map((run) => [`${run.test.name} (${run.app})`, run] as const);
  const folder = join(builtHost(nest), format);
  const environment = `nest-${nest}-${format}-${platform}`;
  const settings = (more: Partial<HostSettings>): HostSettings => ({
    platform,
    format,
    isMonitored: true,
    environment,
    storeUrl: store.url,
    peerUrl: peer.url,
    apps: [...new Set(runs.map(({ app }) => app))],
    crash: null,
    ...more,
  });

  const crashed = (crash: Crash, isMonitored: boolean): Promise<Exit> => {
    const itsOwn = { crash, isMonitored, apps: ['plain'], environment: `${environment}-${crash}` };
    return runHost(folder, settings(itsOwn), temporary);
  };
  /** The platform has no part in it, so that one bare host stands for both. */
  const bareCrash = (crash: Crash): Promise<Exit> => {
    const known = bareCrashes.get(folder + crash) ?? crashed(crash, false);
    bareCrashes.set(folder + crash, known);
    return known;
  };

  const crashes = new Map<Crash, Exit>();
  let answers: ReadonlyMap<Run, string>;
  let bareAnswers: ReadonlyMap<Run, string>;
  let exit: Exit;
  let rows: StoredRows;

  beforeAll(async () => {
    const runAll = async (isMonitored: boolean) => {
      const { url: peerUrl } = isMonitored ? peer : barePeer;
      const host = await startHost(folder, settings({ isMonitored, peerUrl }), temporary);
      const received = await drive(host, runs);
      return [received, await host.close()] as const;
    };
    const crashAll = CRASHES.map(async (crash) => crashes.set(crash, await crashed(crash, true)));
    [[answers, exit], [bareAnswers]] = await Promise.all([runAll(true), runAll(false), ...crashAll]);
    rows = await StoredRows.of(store, environment);
  }, 120_000);

  it('ends when its apps are closed, and says nothing', () => {
    expect(exit).toEqual({ code: 0, signal: null, stdout: '', stderr: '' });
  });

  it.each(named)('answers as without the module, and records once: %s', (_name, run) => {
    const { app, test, traces } = run;
    const answer = answers.get(run) ?? '';
    expect(heardOf(answer, run)).toBe(heardOf(bareAnswers.get(run) ?? '', run));
    expect(statusesIn(answer)).toEqual(
      test.exchanges.flatMap(({ status }) => (status === null ? [] : [on(platform, status)])),
    );
    for (const [n, exchange] of test.exchanges.entries()) {
      expect(answer).toContain(exchange.body ?? '');
      const expected = expectedRows(exchange, platform);
      for (const table of TABLES) expectRows(rows.under(table, app, traces[n] ?? ''), expected[table]);
    }
  });

  it('records nothing besides', () => {
    for (const table of TABLES) {
      const expected = runs.flatMap(({ test }) =>
        test.exchanges.flatMap((exchange) => expectedRows(exchange, platform)[table]),
      );
      expect([table, rows.count(table)]).toEqual([table, expected.length]);
    }
  });

  it('carries the trace of each request on to those that it calls', () => {
    for (const { test, traces } of runs)
      for (const [n, { recorded }] of test.exchanges.entries())
        for (const { endpoint } of recorded?.calls ?? [])
          expect(peer.received.get(String(endpoint))?.split('-')[1]).toBe(traces[n]);
  });

  it.each(CRASHES)('ends as without the module after an unhandled %s, which is recorded', async (crash) => {
    expect(crashes.get(crash)).toEqual(await bareCrash(crash));
    expect(crashes.get(crash)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('nobody caught this'),
    });
    const left = await StoredRows.of(store, `${environment}-${crash}`);
    const error = { error_type: 'TypeError', message: 'nobody caught this', severity: 'critical' };
    expectRows(left.all('error_log'), [error]);
  });
});

/** Of an answer that the client leaves, how much it hears is chance. */
const heardOf = (answer: string, { test }: Run): string =>
  test.leaves === 'during the answer' ? answer.slice(0, answer.indexOf('\r\n\r\n')) : answer;

const statusesIn = (answer: string): number[] =>
  [...answer.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
