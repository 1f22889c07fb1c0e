import { join } from 'node:path';
import { createDatabase } from '../../postgres/index.ts';
import { anyFreePort } from '../../process/port.ts';
import { Failure } from '../../process/failure.ts';
import { build } from '../../product/build.ts';
import { LOGS } from '../../product/paths.ts';
import { startServer } from '../../product/server.ts';
import { seed } from '../../seed/seed.ts';

const ADMIN = { email: 'bench@example.org', password: 'correct horse battery staple' };
/** A week of the sample data, in which each hour has requests. */
const SCALE = 20;
const DAYS = 7;

/** The built server with a week to show. */
export interface Product extends AsyncDisposable {
  /** Where the SPA is, with a slash at its end. */
  readonly url: string;
  readonly admin: typeof ADMIN;
}

/** @throws Failure where the server or the SPA cannot be built */
export async function startProduct(postgresUrl: string, stop: AbortSignal): Promise<Product> {
  const { succeeded, output } = await build(['api', 'admin'], stop);
  if (!succeeded) throw new Failure(`The build failed: ${output}`);
  const storeUrl = await createDatabase(postgresUrl, 'bench_spa');
  await seed({ seed: 1, scale: SCALE, days: DAYS, until: Date.now() }, storeUrl, stop);
  const env = {
    DATABASE_URL: storeUrl,
    JWT_SECRET: 'a secret of the bench alone, which ends with it',
    MONITORING_ADMIN_EMAIL: ADMIN.email,
    MONITORING_ADMIN_PASSWORD: ADMIN.password,
  };
  const port = await anyFreePort();
  const log = join(LOGS, 'bench-spa-server.log');
  const server = await startServer({ host: '127.0.0.1', port, env, log }, stop);
  return {
    url: `http://127.0.0.1:${port}/monitoring/`,
    admin: ADMIN,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}
