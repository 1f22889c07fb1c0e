import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NX_ENV } from '../product/build.ts';

/** Where a test run puts whatever it writes outside the checkout. Gone after its disposal. */
export interface Workspace extends Disposable {
  readonly folder: string;
  /** For every process of the run. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Settings of the product that a developer may have set, and that no test may depend on. */
const SETTINGS = [
  'PORT',
  'HOST',
  'DATABASE_URL',
  'JWT_SECRET',
  'MONITORING_ADMIN_EMAIL',
  'MONITORING_ADMIN_PASSWORD',
  'MONITORING_DATABASE_URL',
  'PUBLIC_URL',
  'TRUST_PROXY',
  'RETENTION_DAYS',
  'SAMPLE_PORT',
  'SAMPLE_TRAFFIC',
  'NODE_ENV',
];

export function openWorkspace(): Workspace {
  const folder = mkdtempSync(join(tmpdir(), 'scitex-test-'));
  // Browsers and build tools write to the home and to the temporary folder: here both go when the run ends.
  const places = { HOME: join(folder, 'home'), TMPDIR: join(folder, 'tmp') };
  for (const place of Object.values(places)) mkdirSync(place);
  const unset = Object.fromEntries(SETTINGS.map((name) => [name, undefined]));
  return {
    folder,
    env: { ...unset, ...NX_ENV, ...places },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}
