import { readCollectors } from '@scitex/monitoring-storage';
import { createTestStore, type TestStore } from '@scitex/monitoring-storage/testing';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The built module, as a process of its own needs it. */
const MODULE = join(import.meta.dirname, '../dist/index.js');

/** Records three numbers, and does no more; `LIVES` keeps it alive once it has told that they are stored. */
const HOST = `
  import 'reflect-metadata';
  import { Module } from '@nestjs/common';
  import { NestFactory } from '@nestjs/core';
  import { MonitoringModule, MonitoringService } from ${JSON.stringify(MODULE)};
  class App {}
  Module({ imports: [MonitoringModule.forRoot({
    serviceName: 'papers', transport: { kind: 'postgres', url: process.env.STORE }, spool: false,
  })] })(App);
  const app = await NestFactory.createApplicationContext(App, { logger: false });
  const monitoring = app.get(MonitoringService);
  for (let value = 0; value < 3; value++) monitoring.logMetric({ metricType: 'number', value });
  if (process.env.LIVES) {
    await monitoring.flush();
    console.log('stored');
    setInterval(() => undefined, 1_000);
  }
`;

describe('the last report of a process', () => {
  let store: TestStore;
  beforeAll(() => {
    if (!existsSync(MODULE))
      throw new Error('The module is not built: run npx nx build nest-monitoring, or npm test, which does.');
  });
  beforeEach(async () => (store = await createTestStore()));
  afterEach(() => store.drop());

  const run = (env: Record<string, string>) =>
    spawn(process.execPath, ['--input-type=module', '-e', HOST], {
      cwd: import.meta.dirname,
      env: { STORE: store.url, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  const read = async () => (await readCollectors(store.dataSource, { hours: 1 })).items;

  it('says goodbye for a script that comes to its end without closing the app', async () => {
    const [code] = await once(run({}), 'exit');
    expect(code).toBe(0);
    expect(await read()).toMatchObject([{ state: 'stopped', captured: 3, stored: 3, balance: 0 }]);
  });

  it('stands for a process that was killed, which has fallen silent', async () => {
    const child = run({ LIVES: 'yes' });
    await once(child.stdout, 'data');
    while ((await read()).length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await read()).toMatchObject([{ state: 'reporting' }]);
    await store.dataSource.query(
      `UPDATE monitoring.collector SET reported_at = reported_at - interval '91 seconds'`,
    );
    expect(await read()).toMatchObject([{ state: 'silent', captured: 3, stored: 3, balance: 0 }]);
  });
});
