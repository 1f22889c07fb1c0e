import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Program } from './program.ts';

/** For the browser tests. */
export const CHROMIUM: Program = {
  name: 'browser',
  variable: 'E2E_CHROMIUM',
  commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'],
  places: [
    '/usr/lib/chromium/chromium',
    '/opt/google/chrome/chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    join(homedir(), '.cache/ms-playwright/chromium-*/chrome-linux*/chrome'),
    join(homedir(), 'Library/Caches/ms-playwright/chromium-*/chrome-mac*/*.app/Contents/MacOS/*'),
  ],
  version: /chrom/i,
  packages: ['chromium', 'fonts-dejavu-core', 'fontconfig-config'],
  path: 'usr/lib/chromium/chromium',
};
