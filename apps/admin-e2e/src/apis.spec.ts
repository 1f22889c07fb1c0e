import { AxeBuilder } from '@axe-core/playwright';
import type { ApiDetail, ApiList } from '@scitex/monitoring-contracts';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { answerWith, nextRead, openWith } from './support/answers.js';
import { launch, newSignedInContext, pathOf } from './support/browser.js';
import { makeTraffic } from './support/traffic.js';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** By how much the page is wider than its window, in pixels. */
const WIDER = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
const NAME = 'api.example.org';
const range = { from: '2026-11-27T00:00:00.000Z', to: '2026-11-28T00:00:00.000Z', bucketSeconds: 900 };
const figures = { count: 40, failed: 4, successRate: 90, avg: 700, p50: 600, p95: 900, p99: 950 };
const failed = { timestamp: '2026-11-27T12:00:00.000Z', endpoint: '/works', method: 'GET', statusCode: 429 };
const DETAIL: ApiDetail = {
  range,
  apiName: NAME,
  summary: figures,
  timeline: [{ ...figures, timestamp: failed.timestamp }],
  statusCodes: [
    { statusCode: 200, count: 36 },
    { statusCode: 429, count: 3 },
  ],
  endpoints: [{ ...figures, endpoint: '/works', method: 'GET' }],
  failures: {
    read: 2,
    isWhole: false,
    reasons: [
      { failure: null, statusCode: 429, count: 3 },
      { failure: 'timeout', statusCode: null, count: 1 },
    ],
    newest: [
      { ...failed, id: '0198c1d2-7f3a-7b4c-8d5e-6f708192a3b4', app: 'shop', responseTime: 12, failure: null },
    ],
    withoutRequest: 1,
    routes: [{ endpoint: '/papers/:id', method: 'GET', count: 3, users: 2 }],
    totalRoutes: 21,
    users: [{ userId: 'ada', count: 3, lastSeen: failed.timestamp }],
    totalUsers: 1,
  },
  rateLimits: {
    read: 7,
    isWhole: true,
    last: { limit: 60, remaining: 6, resetAt: failed.timestamp, seenAt: failed.timestamp },
    lowest: { limit: 60, remaining: 0, resetAt: failed.timestamp, seenAt: failed.timestamp },
  },
};

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

const rows = () => page.locator('sm-api-table tbody tr');
const region = (name: string) => page.getByRole('region', { name, exact: true });
const seen = () => page.locator('sm-failed-calls a').first().waitFor();

async function expectAccessible(): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

it('lists the APIs that the sample app called, and leads to all about one', async () => {
  const list = await openWith<ApiList>(page, 'apis?hours=6', 'apis');
  await rows().first().waitFor();
  expect(await rows().locator('th a').allInnerTexts()).toEqual(list.items.map(({ apiName }) => apiName));
  const [busiest] = list.items;
  await rows().locator('th a').first().click();
  await page.waitForURL(/apis\/detail\?hours=6&api=/);
  await page.getByRole('heading', { level: 1, name: busiest?.apiName ?? '' }).waitFor();
  await region('Rate limit')
    .getByText(/of 240 calls left/)
    .waitFor();
  await page.getByRole('link', { name: 'All external APIs' }).click();
  await page.waitForURL(/apis\?hours=6$/);
});

it('sorts, the worst success rate first, and keeps that in its address', async () => {
  await page.goto('apis');
  await rows().first().waitFor();
  const asked = nextRead(page, 'apis');
  await page.getByRole('columnheader', { name: 'Success' }).getByRole('button').click();
  expect(new URL((await asked).url()).search).toContain('sort=successRate&order=asc');
  await page.locator('th[aria-sort="ascending"]', { hasText: 'Success' }).waitFor();
  expect(pathOf(page)).toBe('/apis?sort=successRate&order=asc');
});

it('says why calls failed, for whom, and how much of the limit is left', async () => {
  await answerWith(page, 'apis/detail', 200, DETAIL);
  await page.goto(`apis/detail?api=${NAME}&hours=6`);
  await seen();
  await region('Failure reasons').getByText('The newest 2 of 4 failed calls').waitFor();
  await region('Affected routes').getByText('1 of 21 routes').waitFor();
  await region('Affected routes').getByText('1 failed calls belong to no recorded request').waitFor();
  await region('Status codes').getByText('No answer').waitFor();
  const meter = region('Rate limit').getByRole('meter', { name: 'Calls left' });
  expect(await meter.getAttribute('aria-valuetext')).toBe('6 of 60, Running low');
  await region('Rate limit').getByText('0 of 60 (0 %)').waitFor();
  const target = async (name: string, link: string) =>
    (await region(name).getByRole('link', { name: link }).getAttribute('href'))?.replace('/monitoring', '');
  expect(await target('Affected routes', '/papers/:id')).toMatch(
    /\?hours=6&method=GET&endpoint=%2Fpapers%2F:id$/,
  );
  expect(await target('Affected users', 'ada')).toBe('/activity/users?hours=6&user=ada');
  expect(await target('Newest failed calls', '27 Nov 2026')).toContain('/admin/api-usage-metrics/0198c1d2');
  await region('Failure reasons').getByRole('link', { name: 'timeout' }).click();
  await page.waitForURL(/api-usage-metrics\?hours=6&apiName=api.example.org&success=false&failure=timeout$/);
});

it.each([
  [1440, 'light'],
  [390, 'dark'],
] as const)('is accessible, and as wide as its page, at %d px, %s', async (width, colorScheme) => {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme });
  await answerWith(page, 'apis/detail', 200, DETAIL);
  for (const [path, ready] of [
    ['apis', () => rows().first().waitFor()],
    // What apps call their APIs may be long, and without a place to break it.
    [`apis/detail?api=${'x'.repeat(256)}`, seen],
  ] as const) {
    await page.goto(path);
    await ready();
    await expectAccessible();
    expect([path, await page.evaluate(WIDER)]).toEqual([path, 0]);
  }
});

it('says so where nothing was called, and where an address names no API', async () => {
  await page.goto('apis?app=nobody');
  await page.getByText('No call matches').waitFor();
  await page.getByRole('button', { name: 'Remove all filters' }).click();
  await rows().first().waitFor();
  await page.goto('apis/detail?api=unheard-of');
  await region('Calls').getByText('It was not called').waitFor();
  await region('Failure reasons').getByText('No call failed').waitFor();
  await region('Rate limit').getByText('No rate limit was told').waitFor();
  await page.goto('apis/detail?hours=6');
  await page.waitForURL(/apis\?hours=6$/);
});

it('shows what went wrong in the place of figures, and reads them again', async () => {
  const problem = {
    type: 'about:blank',
    title: 'The store does not answer',
    status: 503,
    detail: 'Try later.',
  };
  await answerWith(page, 'apis/detail', 503, problem);
  await page.goto(`apis/detail?api=${NAME}`);
  await region('Calls').getByText('The store does not answer').waitFor();
  await page.unrouteAll();
  await region('Calls').getByRole('button', { name: 'Try again' }).click();
  await region('Calls').getByText('It was not called').waitFor();
});
