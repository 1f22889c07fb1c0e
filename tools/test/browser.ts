import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { DATA } from '../product/paths.ts';

/** Where `unpackBrowser` puts one. */
export const OWN_BROWSER = join(DATA, 'browser');

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const PLACES = [
  '/usr/lib/chromium/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  join(homedir(), '.cache/ms-playwright/chromium-*/chrome-linux*/chrome'),
  join(homedir(), 'Library/Caches/ms-playwright/chromium-*/chrome-mac*/*.app/Contents/MacOS/*'),
  join(OWN_BROWSER, 'chromium'),
];

/** A Chromium that runs on this machine: the one of E2E_CHROMIUM, else the first one found; null if there is none. */
export function findBrowser(env: NodeJS.ProcessEnv = process.env): string | null {
  const folders = (env['PATH'] ?? '').split(delimiter);
  const candidates = [
    ...(env['E2E_CHROMIUM'] ? [env['E2E_CHROMIUM']] : []),
    ...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...PLACES.flatMap((place) => globSync(place)),
  ];
  return candidates.find(runs) ?? null;
}

/** A path alone proves nothing: a distribution's stub or a browser that lacks its libraries does not run. */
function runs(program: string): boolean {
  const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return status === 0 && /chrom/i.test(stdout);
}
