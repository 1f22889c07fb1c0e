import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The checkout. */
export const ROOT = join(import.meta.dirname, '..', '..');

/** What the checkout keeps between runs: the embedded store, secrets, logs. */
export const DATA = join(ROOT, '.data');
export const POSTGRES = join(DATA, 'postgres');
export const LOGS = join(DATA, 'logs');

/** For `node --import`: ends a process with the one that started it. */
export const WITH_PARENT = pathToFileURL(join(ROOT, 'tools', 'process', 'with-parent.mjs')).href;

/** Arguments for Node to run a built app that ends with the process which started it. */
export const builtApp = (app: string): string[] => [
  '--import',
  WITH_PARENT,
  join(ROOT, 'apps', app, 'dist', 'main.js'),
];
