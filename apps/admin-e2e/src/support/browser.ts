import { jest } from '@jest/globals';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { readEnvironment } from './environment.js';

/**
 * What the browser does for people alone: the list below its address bar, which it keeps drawing without a window too.
 * Chromium takes one list of features, so that Playwright's own, which this follows, has to be in it.
 */
const UNUSED_FEATURES = [
  ...['WebUIOmniboxPopup', 'WebUIOmniboxFullPopup', 'WebUIOmniboxAimPopup', 'AimEnabled', 'LensOverlay'],
  ...[
    'HttpsUpgrades',
    'HttpsFirstBalancedModeAutoEnable',
    'MediaRouter',
    'OptimizationHints',
    'PaintHolding',
  ],
];

const FLAGS = [
  `--disable-features=${UNUSED_FEATURES.join(',')}`,
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
];

/** How long a page may take for what it usually does at once, in milliseconds. */
const PATIENCE_MS = 20_000;

// A page of a busy machine takes longer than the five seconds that Jest gives a test.
jest.setTimeout(3 * PATIENCE_MS);

/** A browser of a spec file, closed with it. */
export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: readEnvironment().chromium, args: FLAGS });
}

/** A reader of their own: nothing is shared with other contexts. */
export async function newContext(browser: Browser): Promise<BrowserContext> {
  const { baseUrl } = readEnvironment();
  const context = await browser.newContext({
    baseURL: `${baseUrl}/monitoring/`,
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(PATIENCE_MS);
  return context;
}

/**
 * A reader who is signed in by their refresh cookie. The cookie works once and is then replaced in this context: open
 * the pages of a context one after the other.
 */
export async function newSignedInContext(browser: Browser): Promise<BrowserContext> {
  const { email, password } = readEnvironment();
  const context = await newContext(browser);
  const answer = await context.request.post('api/auth/login', { data: { email, password } });
  if (!answer.ok()) throw new Error(`Signing in answered ${answer.status()}: ${await answer.text()}`);
  return context;
}

/** The path, query included, that a page stands at below the SPA's base. */
export function pathOf(page: Page): string {
  const { pathname, search } = new URL(page.url());
  return pathname.replace(/^\/monitoring/, '') + search;
}
