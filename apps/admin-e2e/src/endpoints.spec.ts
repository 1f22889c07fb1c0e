import type { EndpointList } from '@scitex/monitoring-contracts';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { answerWith, nextRead, openWith } from './support/answers.js';
import { launch, newSignedInContext, pathOf } from './support/browser.js';
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
beforeEach(async () => (page = await context.newPage()));
afterEach(() => page.close());

const rows = () => page.locator('sm-endpoint-table tbody tr');
const routes = () => rows().locator('th a').allInnerTexts();

it('lists every route, those first that take most of the time', async () => {
  const list = await openWith<EndpointList>(page, 'endpoints', 'endpoints');
  await rows().first().waitFor();
  expect(await routes()).toEqual(list.items.map(({ endpoint }) => endpoint));
  expect(list.items.length).toBeGreaterThan(2);
  await page.getByText(`${list.total} routes`).waitFor();
});

it('sorts by a figure, the other way round on a second press, and keeps that in its address', async () => {
  await page.goto('endpoints');
  await rows().first().waitFor();
  const header = page.getByRole('columnheader', { name: 'Requests' });
  const asked = nextRead(page, 'endpoints');
  await header.getByRole('button').click();
  expect(new URL((await asked).url()).searchParams.get('sort')).toBe('count');
  await page.locator('th[aria-sort="descending"]', { hasText: 'Requests' }).waitFor();
  await header.getByRole('button').click();
  await page.locator('th[aria-sort="ascending"]', { hasText: 'Requests' }).waitFor();
  expect(pathOf(page)).toBe('/endpoints?sort=count&order=asc');
});

it('finds a route by a part of it, and says so where there is none', async () => {
  await page.goto('endpoints?hours=6');
  await rows().first().waitFor();
  const search = page.getByRole('searchbox', { name: 'Search' });
  await search.fill('failing');
  await search.press('Enter');
  await page.getByText('1 route', { exact: true }).waitFor();
  expect(await routes()).toEqual(['/reports/failing']);
  await search.fill('no such route');
  await search.press('Enter');
  await page.getByText('No route matches').waitFor();
  await page.getByRole('button', { name: 'Remove all filters' }).click();
  await rows().nth(1).waitFor();
  expect(pathOf(page)).toBe('/endpoints?hours=6');
});

it('shows what became slower since the period before, and by how much', async () => {
  const item = {
    ...{ endpoint: '/papers/:id', method: 'GET', count: 40, errorRate: 0, apdex: 0.5, avg: 700, p50: 600 },
    ...{ p95: 900, p99: 950, timeShare: 100, trend: [1, 2, 3] },
    previous: { count: 30, errorRate: 0, apdex: 1, avg: 100, p50: 90, p95: 300, p99: 320 },
  };
  const range = { from: '2026-11-27T00:00:00.000Z', to: '2026-11-28T00:00:00.000Z', bucketSeconds: 900 };
  await answerWith(page, 'endpoints', 200, { range, previous: range, total: 1, items: [item] });
  await page.goto('endpoints');
  await page.getByRole('button', { name: 'What got slower' }).click();
  await page.waitForURL(/sort=change/);
  expect(await rows().locator('sm-change').innerText()).toMatch(/up\s+200 % worse\s+was 300 ms/);
});

it('leads to all about a route, to its requests and to its errors, in the same range', async () => {
  await page.goto('endpoints?hours=6&q=/reports/failing');
  const row = rows().filter({ hasText: '/reports/failing' });
  await row.getByRole('link', { name: /show the errors/ }).click();
  await page.waitForURL(/errors\?hours=6&endpoint=%2Freports%2Ffailing&method=GET$/);
  await page.goBack();
  await row.getByRole('link', { name: '/reports/failing', exact: true }).click();
  await page.waitForURL(/monitoring\/\?hours=6&endpoint=%2Freports%2Ffailing&method=GET$/);
  await page.getByRole('button', { name: 'Remove filter endpoint: /reports/failing' }).waitFor();
});
