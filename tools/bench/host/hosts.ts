import { join } from 'node:path';
import type { HostOptions } from './host.ts';

const entry = (file: string) => join(import.meta.dirname, file);

/** What the table calls the app with the module. */
export const OURS = 'The module';

/** The app as it is. */
export const BARE: HostOptions = { name: 'bare', entry: entry('bare.ts') };

/** The app with the module, which records everything in that store. */
export function monitored(storeUrl: string): HostOptions {
  return { name: 'monitored', entry: entry('monitored.ts'), env: { STORE_URL: storeUrl } };
}

export const ANSWERED = { path: '/papers/7', status: 200 } as const;
export const FAILED = { path: '/papers/7/broken', status: 500 } as const;
/** Keeps the host's processor busy for 1 ms. */
export const WORKED = { path: '/papers/7/worked', status: 200 } as const;
