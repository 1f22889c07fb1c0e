import { join } from 'node:path';
import { createDatabase } from '../postgres/index.ts';
import { anyFreePort } from '../process/port.ts';
import { LOGS } from '../product/paths.ts';
import { startSample } from '../product/sample.ts';
import { startServer } from '../product/server.ts';
import { CHROMIUM } from './debian/chromium.ts';
import { findProgram } from './debian/program.ts';
import type { Workspace } from './workspace.ts';

const ADMIN = { email: 'admin@example.org', password: 'correct horse battery staple' };

/** A built server and a sample app, on a database of their own. */
export interface Product extends AsyncDisposable {
  /** What the tests are told of it. */
  readonly env: Readonly<Record<string, string>>;
}

export async function startProduct(
  name: string,
  workspace: Workspace,
  adminUrl: string,
  stop: AbortSignal,
): Promise<Product> {
  await using started = new AsyncDisposableStack();
  const storeUrl = await createDatabase(adminUrl, name.replace('-', '_'));
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
    log: join(LOGS, `${name}-server.log`),
  };
  started.use(await startServer(server, stop));
  // Imported here, as nothing is built yet when this file is.
  const { plantRefusal } = await import('./refusal.ts');
  await plantRefusal(storeUrl);
  const sample = {
    port: await anyFreePort(),
    storeUrl,
    env: { ...workspace.env, SAMPLE_TRAFFIC: 'off' },
    log: join(LOGS, `${name}-sample.log`),
  };
  started.use(await startSample(sample, stop));
  const env = {
    E2E_BASE_URL: `http://127.0.0.1:${server.port}`,
    E2E_SAMPLE_URL: `http://127.0.0.1:${sample.port}`,
    E2E_ADMIN_EMAIL: ADMIN.email,
    E2E_ADMIN_PASSWORD: ADMIN.password,
    [CHROMIUM.variable]: findProgram(CHROMIUM) ?? '',
  };
  const ends = started.move();
  return { env, [Symbol.asyncDispose]: () => ends.disposeAsync() };
}
