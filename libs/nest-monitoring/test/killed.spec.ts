import {
  createTestStore,
  startFaultProxy,
  type FaultProxy,
  type TestStore,
} from '@scitex/monitoring-storage/testing';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The built module, as a process of its own needs it. */
const MODULE = join(import.meta.dirname, '../dist/index.js');

/** Records a number every two milliseconds, up to a limit, and tells its stats every fifty. */
const HOST = `
  import 'reflect-metadata';
  import { Module } from '@nestjs/common';
  import { NestFactory } from '@nestjs/core';
  import { MonitoringModule, MonitoringService } from ${JSON.stringify(MODULE)};
  const { STORE, SPOOL, FROM, LIMIT } = process.env;
  class App {}
  Module({ imports: [MonitoringModule.forRoot({
    serviceName: 'papers', environment: 'test', transport: { kind: 'postgres', url: STORE },
    buffer: { flushIntervalMs: 100 }, spool: { directory: SPOOL },
  })] })(App);
  const app = await NestFactory.createApplicationContext(App, { logger: false });
  app.enableShutdownHooks();
  const monitoring = app.get(MonitoringService);
  let value = Number(FROM);
  setInterval(() => value < Number(LIMIT) && monitoring.logMetric({ metricType: 'number', value: value++ }), 2);
  setInterval(() => process.stdout.write(JSON.stringify(monitoring.stats()) + '\\n'), 50);
`;

interface Stats {
  readonly captured: number;
  readonly stored: number;
  readonly buffered: number;
  readonly spooled: number;
}

describe('a process that is killed', () => {
  let store: TestStore;
  let proxy: FaultProxy;
  let directory: string;
  const children = new Set<ChildProcess>();

  beforeAll(() => {
    if (!existsSync(MODULE))
      throw new Error('The module is not built: run npx nx build nest-monitoring, or npm test, which does.');
  });
  beforeEach(async () => {
    store = await createTestStore();
    proxy = await startFaultProxy(store.url);
    directory = await mkdtemp(join(tmpdir(), 'spool-'));
  });
  afterEach(async () => {
    for (const child of children) child.kill('SIGKILL');
    children.clear();
    proxy.close();
    await store.drop();
    await rm(directory, { recursive: true, force: true });
  });

  function run(from: number, limit: number) {
    const child = spawn(process.execPath, ['--input-type=module', '-e', HOST], {
      cwd: import.meta.dirname,
      env: { STORE: proxy.url, SPOOL: directory, FROM: String(from), LIMIT: String(limit) },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.add(child);
    /** The first stats that fit. */
    const when = (fits: (stats: Stats) => boolean) =>
      new Promise<Stats>((resolve) => {
        const read = (chunk: Buffer) => {
          const stats = chunk
            .toString()
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line) as Stats);
          const found = stats.find(fits);
          if (!found) return;
          child.stdout.off('data', read);
          resolve(found);
        };
        child.stdout.on('data', read);
      });
    return { child, when };
  }
  const storedValues = async () => {
    const rows: { value: number }[] = await store.dataSource.query(
      'select value from monitoring.system_metric order by value',
    );
    return rows.map(({ value }) => Number(value));
  };

  it('has left everything but its last moment to the next, which stores it once', async () => {
    proxy.cut();
    const first = run(0, Infinity);
    const { spooled } = await first.when((stats) => stats.spooled > 200);
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');
    proxy.mend();
    const second = run(1_000_000, 1_000_010);
    const { captured } = await second.when(({ captured, stored }) => captured > 200 && captured === stored);
    const values = (await storedValues()).filter((value) => value < 1_000_000);
    expect(values.length).toBeGreaterThanOrEqual(spooled);
    expect(values).toEqual(values.map((_, index) => index));
    expect(captured).toBeGreaterThanOrEqual(values.length);
  });

  it('stores nothing twice when it is killed while its spool drains', async () => {
    proxy.cut();
    const first = run(0, Infinity);
    await first.when((stats) => stats.spooled > 300);
    proxy.mend();
    await first.when((stats) => stats.stored > 0);
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');
    const second = run(1_000_000, 1_000_010);
    await second.when(({ captured, stored }) => captured >= 10 && captured === stored);
    const values = (await storedValues()).filter((value) => value < 1_000_000);
    expect(values).toEqual(values.map((_, index) => index));
  });

  it('hands over everything when it is asked to end while the store is away', async () => {
    proxy.cut();
    const first = run(0, 500);
    await first.when(({ captured }) => captured === 500);
    first.child.kill('SIGTERM');
    await once(first.child, 'exit');
    proxy.mend();
    const second = run(0, 0);
    await second.when(({ stored }) => stored === 500);
    expect(await storedValues()).toEqual(Array.from({ length: 500 }, (_, value) => value));
  });
});
