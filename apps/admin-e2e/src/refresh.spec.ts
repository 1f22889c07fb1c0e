import type { Browser, BrowserContext, Page } from 'playwright-core';
import { answerWith } from './support/answers.js';
import { launch, newSignedInContext } from './support/browser.js';
import { makeTraffic } from './support/traffic.js';

let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await launch();
  context = await newSignedInContext(browser);
  await makeTraffic(context);
});
afterAll(() => browser.close());
beforeEach(async () => {
  page = await context.newPage();
  await page.clock.install();
  await page.goto('');
  await page.getByRole('region', { name: 'Recent errors' }).locator('summary').first().waitFor();
});
afterEach(async () => {
  await page.evaluate(() => localStorage.clear());
  await page.close();
});

const answerOf = (path: string) =>
  page.waitForResponse((response) => new URL(response.url()).pathname === `/monitoring/api/${path}`);
const autoRefresh = () => page.getByRole('switch', { name: 'Auto-refresh' });

it('refreshes every 30 seconds, and keeps the reader where they are', async () => {
  const recent = page.getByRole('region', { name: 'Recent errors' });
  await recent.locator('summary').first().click();
  await recent.getByRole('group', { name: 'Stack trace' }).waitFor();
  await page.evaluate(() => scrollTo(0, 400));
  const canvas = await page.locator('canvas').first().elementHandle();
  const before = await page.evaluate(() => scrollY);

  const answers = Promise.all(['performance', 'errors', 'health'].map(answerOf));
  await page.clock.fastForward(30_000);
  await answers;
  await page.getByRole('region', { name: 'Recent errors' }).and(page.locator(':not([aria-busy])')).waitFor();

  expect(await recent.locator('details').first().getAttribute('open')).not.toBeNull();
  expect(await page.evaluate(() => scrollY)).toBe(before);
  expect(await page.evaluate((node) => node?.isConnected, canvas)).toBe(true);
});

it('keeps the focus through a refresh', async () => {
  const summary = page.getByRole('region', { name: 'Recent errors' }).locator('summary').first();
  await summary.focus();
  const answer = answerOf('errors');
  await page.clock.fastForward(30_000);
  await answer;
  expect(await summary.evaluate((node) => node === document.activeElement)).toBe(true);
});

it('shows no skeleton while it refreshes', async () => {
  await page.route(/api\/performance/, () => undefined);
  await page.getByRole('button', { name: 'Refresh', exact: true }).click();
  await page.locator('[aria-busy]').first().waitFor();
  expect(await page.locator('.skeleton').count()).toBe(0);
});

it('stops when it is switched off, and remembers that', async () => {
  await autoRefresh().uncheck();
  const calls: string[] = [];
  page.on('request', (request) => calls.push(request.url()));
  await page.clock.fastForward(120_000);
  expect(calls).toEqual([]);

  await page.reload();
  await autoRefresh().waitFor();
  expect(await autoRefresh().isChecked()).toBe(false);
});

it('keeps the last figures, marked stale, while the server is away', async () => {
  const requests = page.getByRole('article').filter({ hasText: 'Requests' }).locator('.figure');
  const before = await requests.innerText();
  await page.route(/\/monitoring\/api\//, (route) => route.abort());
  await page.clock.fastForward(30_000);
  await page
    .getByText(/^Stale: as of/)
    .first()
    .waitFor();
  expect(await requests.innerText()).toBe(before);
  const note = page.locator('sm-outage-note');
  await note.getByRole('status').getByText('The monitoring server has not answered since').waitFor();

  await page.unroute(/\/monitoring\/api\//);
  await page.clock.fastForward(30_000);
  await page
    .getByText(/^Stale: as of/)
    .first()
    .waitFor({ state: 'detached' });
  expect(await note.innerText()).toBe('');
});

it('says once why the figures are stale, and tries again when asked to', async () => {
  const detail = 'The store does not answer: check that PostgreSQL runs.';
  for (const path of ['performance', 'health'])
    await answerWith(page, path, 503, {
      type: 'about:blank',
      title: 'Service Unavailable',
      status: 503,
      detail,
    });
  await page.getByRole('button', { name: 'Refresh', exact: true }).click();
  const note = page.locator('sm-outage-note');
  await note.getByText(detail).waitFor();
  expect(await page.getByText(detail).count()).toBe(1);

  await page.unrouteAll();
  await note.getByRole('button', { name: 'Try again' }).click();
  await note.getByText(detail).waitFor({ state: 'detached' });
});
