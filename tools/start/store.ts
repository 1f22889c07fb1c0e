import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Child } from '../process/child.ts';
import { startPostgres } from '../postgres/index.ts';
import { DATA, POSTGRES } from '../product/paths.ts';
import { keepSecret, makePassword } from './secrets.ts';
import type { Settings } from './settings.ts';

/** The store that the product runs on. */
export interface Store extends AsyncDisposable {
  readonly url: string;
  /** Null where the store is not ours to run. */
  readonly process: Child | null;
  /** Whether the sample app belongs to it. */
  readonly sample: boolean;
  /** The password made for the first admin, until it has been shown. */
  readonly newPassword: string | null;
}

export const PASSWORD_FILE = join(DATA, 'admin-password');
const SAMPLE_MARK = join(DATA, 'sample');

/** The PostgreSQL of DATABASE_URL, else the embedded one under .data/. */
export async function openStore(
  { databaseUrl }: Pick<Settings, 'databaseUrl'>,
  withSample: boolean,
): Promise<Store> {
  if (databaseUrl) {
    const nothing = { process: null, sample: false, newPassword: null };
    return { url: databaseUrl, ...nothing, [Symbol.asyncDispose]: () => Promise.resolve() };
  }
  const postgres = await startPostgres(POSTGRES);
  if (postgres.fresh && withSample) {
    writeFileSync(
      SAMPLE_MARK,
      'The store began with the sample app: npm start starts it while this file is here.\n',
    );
  }
  return {
    url: postgres.url,
    process: postgres.process,
    sample: withSample && existsSync(SAMPLE_MARK),
    newPassword: newPassword(postgres.fresh),
    [Symbol.asyncDispose]: () => postgres[Symbol.asyncDispose](),
  };
}

/** Kept on disk until it has been shown, so that a first start that fails half-way does not lock everybody out. */
function newPassword(fresh: boolean): string | null {
  if (process.env['MONITORING_ADMIN_PASSWORD']) return null;
  return fresh || existsSync(PASSWORD_FILE) ? keepSecret(PASSWORD_FILE, makePassword) : null;
}
