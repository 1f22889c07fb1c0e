import type { Browser, BrowserContext, Page } from 'playwright-core';
import { nextRead } from './support/answers.js';
import { launch, newSignedInContext, pathOf } from './support/browser.js';

let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await launch();
  context = await newSignedInContext(browser);
});
afterAll(() => browser.close());
beforeEach(async () => (page = await context.newPage()));
afterEach(() => page.close());

const heading = (name: string) => page.getByRole('heading', { name, exact: true });
const filters = () => page.getByRole('dialog', { name: 'Filters' });

it('goes along from page to page, without what is a page’s own', async () => {
  await page.goto('errors?hours=6&app=shop&sort=count&q=disk');
  await page.getByRole('link', { name: 'Dashboard' }).click();
  await heading('Dashboard').waitFor();
  expect(pathOf(page)).toBe('/?hours=6&app=shop');
  await page.getByRole('link', { name: 'Errors', exact: true }).click();
  await heading('Errors').waitFor();
  expect(pathOf(page)).toBe('/errors?hours=6&app=shop');
  await page.goBack();
  await page.goBack();
  await heading('Errors').waitFor();
  expect(pathOf(page)).toBe('/errors?hours=6&app=shop&sort=count&q=disk');
});

it('is narrowed by the filters, each of which can be removed', async () => {
  await page.goto('?hours=6');
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await filters().getByLabel('Environment').fill('production');
  await filters().getByLabel('Release').fill('2.1.0');
  const asked = nextRead(page, 'performance');
  await filters().getByLabel('Release').press('Enter');
  const { searchParams } = new URL((await asked).url());
  expect([searchParams.get('environment'), searchParams.get('release')]).toEqual(['production', '2.1.0']);
  await filters().waitFor({ state: 'hidden' });
  expect(pathOf(page)).toBe('/?hours=6&environment=production&release=2.1.0');

  await page.getByRole('button', { name: 'Remove filter release: 2.1.0' }).click();
  await page.waitForURL((url) => url.search === '?hours=6&environment=production');
});

it('leaves its filters with Escape as they were, and the focus on their button', async () => {
  await page.goto('?app=shop');
  const button = page.getByRole('button', { name: 'Filter', exact: true });
  await button.press('Enter');
  await filters().getByLabel('App').fill('another');
  await page.keyboard.press('Escape');
  await filters().waitFor({ state: 'hidden' });
  expect(await button.evaluate((node) => node === document.activeElement)).toBe(true);
  await button.press('Enter');
  expect(await filters().getByLabel('App').inputValue()).toBe('shop');
  expect(pathOf(page)).toBe('/?app=shop');
});

it('takes no method that is none', async () => {
  await page.goto('errors?method=GET%20%2F&app=shop');
  await page.waitForURL((url) => url.search === '?app=shop');
});

it('leads back from a span of its own', async () => {
  await page.goto('?from=2026-11-23T10:00:00Z&to=2026-11-23T12:00:00Z&app=shop');
  await page.getByRole('button', { name: /^Remove filter time: / }).click();
  await page.waitForURL((url) => url.search === '?app=shop');
  // The address comes first, the page follows it.
  await page.waitForFunction(
    () => document.querySelector<HTMLSelectElement>('sm-time-range select')?.value === '24',
  );
});

it('can be changed at 360 px', async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('');
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  const box = await filters().boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 360)).toBeLessThanOrEqual(360);
  await filters().getByLabel('App').fill('shop');
  await filters().getByRole('button', { name: 'Apply' }).click();
  await page.waitForURL(/app=shop/);
});
