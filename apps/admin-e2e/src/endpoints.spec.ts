import type { EndpointDetail, EndpointList } from '@scitex/monitoring-contracts';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { answerWith, nextRead, openWith } from './support/answers.js';
import { launch, newSignedInContext, pathOf } from './support/browser.js';
import { readEnvironment } from './support/environment.js';
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

it('moves when a request comes, without a click and without the timer', async () => {
  await page.addInitScript('window.setInterval = () => 0');
  await page.goto('endpoints?hours=1&q=/projects');
  await page.locator('sm-live-status').getByText('Live').waitFor();
  const count = rows().getByRole('link', { name: /^\d+ requests of GET \/projects$/ });
  const before = await count.innerText();
  await fetch(`${readEnvironment().sampleUrl}/projects`);
  await count.and(page.locator(`:not(:text-is(${JSON.stringify(before)}))`)).waitFor();
});

it('leads to a page about a route, to its requests and to its errors, in the same range', async () => {
  await page.goto('endpoints?hours=6&q=/reports/failing');
  const row = rows().filter({ hasText: '/reports/failing' });
  await row.getByRole('link', { name: /show the errors/ }).click();
  await page.waitForURL(/errors\?hours=6&endpoint=%2Freports%2Ffailing&method=GET$/);
  await page.goBack();
  await row.getByRole('link', { name: '/reports/failing', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'GET /reports/failing' }).waitFor();
  expect(pathOf(page)).toBe('/endpoints/detail?hours=6&endpoint=%2Freports%2Ffailing&method=GET');
  await page.getByRole('link', { name: 'All endpoints' }).click();
  await page.waitForURL(/endpoints\?hours=6$/);
});

describe("a route's own page", () => {
  const FAILING = 'endpoints/detail?hours=6&endpoint=/reports/failing&method=GET';
  const region = (name: string) => page.getByRole('region', { name, exact: true });

  it('shows its users, releases, slowest requests and errors as the API has them, each leading on', async () => {
    const { users, slowest, releases } = await openWith<EndpointDetail>(page, FAILING, 'endpoints/detail');
    const texts = (name: string, cell: string) => region(name).locator(`tbody ${cell}`).allInnerTexts();
    await region('Users').locator('tbody tr').first().waitFor();
    expect(await texts('Users', 'th')).toEqual(users.items.map(({ userId }) => userId));
    expect(await texts('Releases', 'th')).toEqual(
      releases.items.map(({ release }) => release ?? 'not named'),
    );
    const hrefs = await region('Slowest requests')
      .locator('td:nth-child(2) a')
      .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
    expect(hrefs).toEqual(slowest.map(({ id }) => `/monitoring/admin/system-metrics/${id}`));
    const user = region('Users').getByRole('link', { name: 'ada', exact: true });
    expect(await user.getAttribute('href')).toBe('/monitoring/activity/users?hours=6&user=ada');
    await region('Users')
      .getByRole('link', { name: /requests of ada/ })
      .click();
    await page.getByRole('button', { name: 'Remove filter User: ada' }).waitFor();
    await page.goBack();
    await region('Errors').locator('tbody a').first().click();
    await page.waitForURL(/errors\/[\da-f-]{36}\?hours=6&/);
  });

  it('says for whom the route got slower, and puts them first on demand', async () => {
    const range = { from: '2026-11-27T00:00:00.000Z', to: '2026-11-28T00:00:00.000Z', bucketSeconds: 900 };
    const user = (userId: string, p95: number, before: number | null) => ({
      ...{ userId, count: 10, errorRate: 0, avg: p95, p95 },
      previous: before === null ? null : { count: 9, p95: before },
    });
    const users = [user('ada', 900, 300), user('<b>grace</b>', 100, 200), user('new', 50, null)];
    await answerWith(page, 'endpoints/detail', 200, {
      ...{ range, previous: range, sampledFrom: range.from, previousSampledFrom: null, slowest: [] },
      users: { total: 40, items: users },
      releases: { total: 0, items: [] },
    });
    await page.goto(FAILING);
    await region('Users').getByText('Slower for 1 of 2 · 3 of 40 users').waitFor();
    expect(await region('Users').locator('td:nth-child(3)').allInnerTexts()).toEqual([
      expect.stringMatching(/up\s+200 % worse\s+was 300 ms/),
      expect.stringMatching(/down\s+50 % better\s+was 200 ms/),
      'new',
    ]);
    await page.getByText(/only the newest are read one by one/).waitFor();
    const asked = nextRead(page, 'endpoints/detail');
    await page.getByRole('button', { name: 'For whom it got slower' }).click();
    expect(new URL((await asked).url()).searchParams.get('userSort')).toBe('slowdown');
    await page.locator('[aria-pressed="true"]', { hasText: 'For whom it got slower' }).waitFor();
  });

  it('leads to the dashboard of the route, and says so where there is nothing, or no route', async () => {
    await page.goto(FAILING.replace('failing', 'failing-never'));
    await region('Response time').getByText('No request in this time range').waitFor();
    await region('Users').getByText('No user is known').waitFor();
    await page.getByRole('link', { name: 'Open the dashboard for this route' }).click();
    await page.waitForURL(/monitoring\/\?hours=6&endpoint=%2Freports%2Ffailing-never/);
    await page.goto('endpoints/detail?hours=6');
    await page.getByText('No endpoint is chosen').waitFor();
    await page.getByRole('link', { name: 'of all endpoints' }).click();
    await page.waitForURL(/endpoints\?hours=6$/);
  });
});
