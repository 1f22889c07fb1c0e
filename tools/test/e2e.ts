import { join } from 'node:path';
import { anyFreePort } from '../process/port.ts';
import { createDatabase } from '../postgres/index.ts';
import { LOGS } from '../product/paths.ts';
import { startSample } from '../product/sample.ts';
import { startServer } from '../product/server.ts';
import { CHROMIUM } from './debian/chromium.ts';
import { findProgram } from './debian/program.ts';
import { jest } from './jest.ts';
import type { Stage } from './stages.ts';
import type { Workspace } from './workspace.ts';

const ADMIN = { email: 'admin@example.org', password: 'correct horse battery staple' };

/** Runs the browser and HTTP tests against the built server and sample app, on a database of their own. */
export function e2e(projects: readonly string[], workspace: Workspace, adminUrl: string): Stage {
  return async (stop) => {
    await using product = new AsyncDisposableStack();
    const storeUrl = await createDatabase(adminUrl, 'e2e');
    const server = {
      host: '127.0.0.1',
      port: await anyFreePort(),
      env: {
        ...workspace.env,
        DATABASE_URL: storeUrl,
        JWT_SECRET: 'a secret of the test run alone, which ends with it',
        MONITORING_ADMIN_EMAIL: ADMIN.email,
        MONITORING_ADMIN_PASSWORD: ADMIN.password,
      },
      log: join(LOGS, 'e2e-server.log'),
    };
    product.use(await startServer(server, stop));
    // Imported here, as nothing is built yet when this file is.
    const { plantRefusal } = await import('./refusal.ts');
    await plantRefusal(storeUrl);
    const sample = {
      port: await anyFreePort(),
      storeUrl,
      env: { ...workspace.env, SAMPLE_TRAFFIC: 'off' },
      log: join(LOGS, 'e2e-sample.log'),
    };
    product.use(await startSample(sample, stop));
    const env = {
      E2E_BASE_URL: `http://127.0.0.1:${server.port}`,
      E2E_SAMPLE_URL: `http://127.0.0.1:${sample.port}`,
      E2E_ADMIN_EMAIL: ADMIN.email,
      E2E_ADMIN_PASSWORD: ADMIN.password,
      [CHROMIUM.variable]: findProgram(CHROMIUM) ?? '',
    };
    // One file at a time: they share one sample app, whose requests some of them count.
    // Awaited here: what the tests drive ends with this function.
    return await jest(projects, workspace, env, ['--runInBand'])(stop);
  };
}
