import { createTestStore, testRedisUrl, type TestStore } from '@scitex/monitoring-storage/testing';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ANSWER_CASES } from './cases/answers.cases.js';
import type { Platform } from './cases/case.js';
import { CASES } from './cases/index.js';
import { compileHost, FORMATS } from './driver/compile-host.js';
import {
  expectAnswered,
  expectNothingBesides,
  expectRecorded,
  expectRows,
  traceIn,
} from './driver/expect-run.js';
import { runHost, startHost, type Exit } from './driver/host-process.js';
import { installPackedModule } from './driver/pack-module.js';
import { ABSENT_PACKAGES, builtHost } from './driver/paths.js';
import { startPeer, type Peer } from './driver/peer.js';
import { drive, runsOf, type Driven, type Run } from './driver/run-cases.js';
import { StoredRows } from './driver/stored-rows.js';
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
  const leanRuns = runs.filter(({ app, test }) => app === 'plain' && ANSWER_CASES.includes(test));
  const folder = join(builtHost(nest), format);
  const environment = `nest-${nest}-${format}-${platform}`;
  const settings = (more: Partial<HostSettings>): HostSettings => ({
    platform,
    format,
    isMonitored: true,
    environment,
    storeUrl: store.url,
    redisUrl: testRedisUrl(),
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
  let monitored: Driven;
  let bare: Driven;
  let lean: Driven;
  let rows: StoredRows;

  beforeAll(async () => {
    const runAll = async (hostRuns: readonly Run[], its: Partial<HostSettings>, ...flags: string[]) =>
      drive(await startHost(folder, settings(its), temporary, flags), hostRuns);
    const leanly = { apps: ['plain'], environment: `${environment}-lean` };
    [monitored, bare, lean] = await Promise.all([
      runAll(runs, {}),
      runAll(runs, { isMonitored: false, peerUrl: barePeer.url }),
      runAll(leanRuns, leanly, `--import=${pathToFileURL(ABSENT_PACKAGES).href}`),
      ...CRASHES.map(async (crash) => crashes.set(crash, await crashed(crash, true))),
    ]);
    rows = await StoredRows.of(store, environment);
  }, 120_000);

  it('ends when its apps are closed, and says nothing', () => {
    expect(monitored.exit).toEqual({ code: 0, signal: null, stdout: '', stderr: '' });
  });

  it.each(named)('answers as without the module, and records once: %s', (_name, run) => {
    expectAnswered(run, platform, monitored.answers.get(run), bare.answers.get(run));
    expectRecorded(run, platform, rows);
  });

  it('records nothing besides', () => expectNothingBesides(runs, platform, rows));

  it('carries the trace of each request and run on to those that it calls', () => {
    for (const run of runs)
      for (const [n, { recorded }] of run.test.exchanges.entries())
        for (const { endpoint } of recorded?.calls ?? [])
          expect(peer.received.get(String(endpoint))?.split('-')[1]).toBe(traceIn(rows, run, platform, n));
  });

  it('answers and records as ever where the packages of other transports are not installed', async () => {
    expect(lean.exit).toEqual({ code: 0, signal: null, stdout: expect.any(String), stderr: '' });
    for (const asked of [
      'websockets/context/ws-context-creator.js',
      'microservices/context/rpc-context-creator.js',
    ])
      expect(lean.exit.stdout).toContain(`@nestjs/${asked}`);
    const left = await StoredRows.of(store, `${environment}-lean`);
    for (const run of leanRuns) {
      expectAnswered(run, platform, lean.answers.get(run), bare.answers.get(run));
      expectRecorded(run, platform, left);
    }
    expectNothingBesides(leanRuns, platform, left);
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
