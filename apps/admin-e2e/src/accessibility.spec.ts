import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { answerWith } from './support/answers.js';
import { launch, newSignedInContext } from './support/browser.js';
import { makeTraffic } from './support/traffic.js';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const WIDTHS = [1440, 390];
const SCHEMES = ['light', 'dark'] as const;
const PAGES = [
  'login',
  'dashboard',
  'endpoints',
  'endpoint',
  'errors',
  'error',
  'activity',
  'user',
  'records',
  'record',
  'not-found',
] as const;

let browser: Browser;
let context: BrowserContext;
let page: Page;
let errorPath: string;

beforeAll(async () => {
  browser = await launch();
  context = await newSignedInContext(browser);
  await makeTraffic(context);
  page = await context.newPage();
  await page.goto('errors');
  errorPath = (await page.locator('sm-error-row a').first().getAttribute('href')) ?? '';
});
afterAll(() => browser.close());

/** Opens a page and waits until everything that it shows is there. */
const OPEN: Record<(typeof PAGES)[number], () => Promise<void>> = {
  login: async () => {
    // Who is signed in would be sent on.
    await answerWith(page, 'auth/refresh', 401, {});
    await page.goto('login');
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await page.unrouteAll();
  },
  dashboard: async () => {
    await page.goto('');
    await page.locator('canvas').nth(2).waitFor();
    await page.getByRole('region', { name: 'Recent errors' }).locator('summary').first().click();
    await page.getByRole('group', { name: 'Stack trace' }).waitFor();
    const monitor = page.getByRole('region', { name: 'Monitor' });
    await monitor.getByText('Each instance').click();
    await monitor.getByRole('group', { name: 'Table of the instances' }).waitFor();
    await monitor.locator('sm-refusal-row summary').first().click();
    await monitor.getByRole('group', { name: 'The last event that was refused' }).waitFor();
  },
  endpoints: async () => {
    await page.goto('endpoints?sort=change&order=desc');
    await page.locator('sm-endpoint-table a').first().waitFor();
  },
  endpoint: async () => {
    await page.goto('endpoints/detail?endpoint=/reports/failing&method=GET');
    await page.locator('sm-route-users a').first().waitFor();
    await page.locator('sm-route-errors a').first().waitFor();
    await page.locator('canvas').nth(2).waitFor();
  },
  errors: async () => {
    await page.goto('errors?app=research-api');
    await page.locator('sm-error-row').first().waitFor();
  },
  error: async () => {
    await page.goto(errorPath);
    await page.locator('sm-occurrence-row summary').first().click();
  },
  activity: async () => {
    await page.goto('activity');
    await page.locator('sm-heat-map a').first().waitFor();
    await page.locator('sm-feature-table a').first().waitFor();
    await page.locator('sm-week-table a').first().waitFor();
  },
  user: async () => {
    await page.goto('activity/users?user=ada');
    await page.locator('sm-timeline-row').first().waitFor();
    await page.locator('sm-user-facts').waitFor();
  },
  records: async () => {
    await page.goto('admin/system-metrics?filled=endpoint');
    await page.locator('sm-record-table a').first().waitFor();
  },
  record: async () => {
    await page.goto('admin/error-logs');
    await page.locator('sm-record-table a').first().click();
    await page.locator('sm-record-facts').waitFor();
  },
  'not-found': async () => {
    await page.goto('no/such/page');
    await page.getByRole('heading', { level: 1 }).waitFor();
  },
};

describe.each(PAGES)('the page %s', (name) => {
  beforeAll(async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await OPEN[name]();
  });

  it.each(WIDTHS.flatMap((width) => SCHEMES.map((colorScheme) => ({ width, colorScheme }))))(
    'has no accessibility violation at $width px in the $colorScheme theme',
    async ({ width, colorScheme }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
      expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))).toEqual([]);
    },
  );

  it.each([360, 390, 768, 1440, 1920])('does not scroll sideways at %d px', async (width) => {
    await page.setViewportSize({ width, height: 900 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
});

describe('by keyboard', () => {
  beforeEach(async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await OPEN.errors();
  });

  it('reaches the content with the first key', async () => {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
  });

  it('opens and closes the menu of a narrow page', async () => {
    await page.getByRole('button', { name: 'Open menu' }).press('Enter');
    await page.getByRole('link', { name: 'Dashboard' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Dashboard' }).waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Open menu');
  });
});

it('remembers the theme that is chosen', async () => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
  await OPEN.errors();
  await page.getByRole('radio', { name: 'Dark' }).check({ force: true });
  await page.reload();
  await page.getByRole('heading', { name: 'Errors', exact: true }).waitFor();
  expect(await page.evaluate(() => getComputedStyle(document.body).colorScheme)).toBe('dark');
});
