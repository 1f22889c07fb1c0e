import type { Collectors, Refusal } from '@scitex/monitoring-contracts';
import type { Browser, Page } from 'playwright-core';
import { openWith } from './support/answers.js';
import { launch, newSignedInContext } from './support/browser.js';
import { makeTraffic } from './support/traffic.js';

let browser: Browser;
let page: Page;
/** The event that `npm test` has the store refuse: every text of it is hostile. */
let planted: Refusal;

beforeAll(async () => {
  browser = await launch();
  const context = await newSignedInContext(browser);
  await makeTraffic(context);
  page = await context.newPage();
  const { refusals } = await openWith<Collectors>(page, '', 'collectors');
  planted = refusals.find(({ app }) => app.startsWith('<img src=x')) as Refusal;
  await page.getByRole('region', { name: 'Monitor' }).getByText('Each instance').press('Enter');
  await row().locator('summary').press('Enter');
  await example().waitFor();
});
afterAll(() => browser.close());

const row = () => page.locator('sm-refusal-row').filter({ hasText: '<img src=x' });
const example = () => row().getByRole('group', { name: 'The last event that was refused' });

it('says in plain words what was refused, how often, and when', async () => {
  const text = (await row().innerText()).replaceAll(/\s+/g, ' ');
  expect(text).toContain(`${planted.count} metric`);
  expect(text).toContain('The field «value» is missing, or nothing that can be stored.');
  expect(text).toMatch(/last (just now|\d+ min\. ago), first (just now|\d+ min\. ago)/);
});

it('shows the example as text in which nothing runs and nothing hides', async () => {
  const text = await example().innerText();
  expect(JSON.parse(text)).toEqual(JSON.parse(planted.example));
  expect(planted.example).toContain('\u202e');
  expect(text).toContain('\\u202e\\u001b[31m{{7*7}}');
  for (const hidden of ['\u202e', '\u001b']) expect(text).not.toContain(hidden);
  expect(await page.locator('img[src="x"]').count()).toBe(0);
  expect(await page.title()).not.toBe('owned');
});

it('keeps the names of an app from reordering what stands beside them', async () => {
  const names = row().locator('bdi');
  expect(await names.allInnerTexts()).toEqual([planted.app, planted.environment]);
  for (const name of await names.all())
    expect(await name.evaluate((element) => getComputedStyle(element).unicodeBidi)).toBe('isolate');
});

it.each([360, 1440])('breaks endless lines at %d px', async (width) => {
  await page.setViewportSize({ width, height: 900 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  expect(await example().evaluate((pre) => pre.scrollWidth - pre.clientWidth)).toBeLessThanOrEqual(0);
});
