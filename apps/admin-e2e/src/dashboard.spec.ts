import type {
  ApiUsage,
  Collectors,
  Health,
  Performance,
  UserActivitySummary,
} from '@scitex/monitoring-contracts';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { nextRead, openWith, tap } from './support/answers.js';
import { launch, newSignedInContext, pathOf } from './support/browser.js';
import { makeTraffic } from './support/traffic.js';

const REGIONS = [
  'System health',
  'Response time',
  'Status codes',
  'User activity',
  'Top endpoints',
  'Deploys',
  'Recent errors',
  'Monitor',
];

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

const region = (name: string) => page.getByRole('region', { name, exact: true });
const figure = (name: string) => page.getByRole('article').filter({ hasText: name }).locator('.figure');
const count = (value: number) => value.toLocaleString('en-US');
const words = async (text: Promise<string>) => (await text).replaceAll(/\s+/g, ' ').trim();

it('has every region', async () => {
  await page.goto('');
  for (const name of REGIONS) await region(name).waitFor();
});

it('shows the figures that the API tells', async () => {
  const usage = await tap<ApiUsage>(page, 'api-usage');
  const { summary } = await openWith<Performance>(page, '', 'performance');
  const apis = await usage.answer;
  await figure('Requests').getByText(count(summary.totalRequests)).waitFor();

  expect(await figure('Error rate').innerText()).toBe(`${round(summary.errorRate)} %`);
  expect(parseFloat(await figure('Average response time').innerText())).toBeCloseTo(
    summary.avgResponseTime ?? NaN,
    0,
  );
  expect(await figure('API success rate').innerText()).toBe(`${round(apis.summary.successRate)} %`);
});

it('shows the verdict and the checks behind it', async () => {
  const health = await openWith<Health>(page, '', 'health');
  await region('System health').getByRole('listitem').first().waitFor();
  const text = await words(region('System health').innerText());
  expect(text.toLowerCase()).toContain(health.healthStatus.replace('-', ' '));
  expect(text).toContain('healthy below 500 ms');
  expect(await region('System health').getByRole('listitem').count()).toBe(health.checks.length);
});

it('lists each status code with its count', async () => {
  const { statusCodes } = await openWith<Performance>(page, '', 'performance');
  const items = region('Status codes').getByRole('listitem');
  await items.first().waitFor();
  const shown = (await items.allInnerTexts()).map((text) => text.split(/\s+/).slice(0, 2));
  expect(shown).toEqual(
    statusCodes
      .toSorted((a, b) => a.statusCode - b.statusCode)
      .map((code) => [String(code.statusCode), count(code.count)]),
  );
});

it('lists the top endpoints in the order of the API', async () => {
  const { topEndpoints } = await openWith<Performance>(page, '', 'performance');
  const rows = region('Top endpoints').getByRole('row');
  await rows.nth(1).waitFor();
  const shown = (await rows.allInnerTexts()).slice(1).map((text) => text.split(/\s+/).slice(0, 3));
  expect(shown).toEqual(topEndpoints.map((row) => [row.method, row.endpoint, count(row.count)]));
});

it('sums up what users did', async () => {
  const { summary } = await openWith<UserActivitySummary>(page, '', 'user-activity');
  const figures = region('User activity').getByRole('definition');
  await figures.first().waitFor();
  expect(await figures.allInnerTexts()).toEqual(
    [summary.totalActivities, summary.activeUsers, summary.sessions].map(count),
  );
});

it('says what the monitor captured, stored, dropped and costs, in all and by instance', async () => {
  const { items, totals } = await openWith<Collectors>(page, '', 'collectors');
  const monitor = region('Monitor');
  await monitor.getByText(`${count(totals.captured)} events`).waitFor();
  await monitor.getByText('Each instance').click();
  const rows = monitor.getByRole('row');
  await rows.nth(1).waitFor();
  const cells = await Promise.all(
    (await rows.all()).slice(1).map((row) => row.getByRole('cell').allInnerTexts()),
  );
  const firstLines = cells.map((row) => row.map((cell) => cell.split('\n')[0]?.trim()));
  expect(firstLines.map((row) => row.slice(0, 5))).toEqual(
    items.map(({ state, captured, stored, buffered, spooled }) => [
      state,
      ...[captured, stored, buffered + spooled, 0].map(count),
    ]),
  );
});

it('gives each chart a name, and its points as a table', async () => {
  const { responseTimes } = await openWith<Performance>(page, '', 'performance');
  await region('Response time')
    .getByRole('img', { name: /Line chart/ })
    .waitFor();
  await region('Status codes')
    .getByRole('img', { name: /Doughnut chart/ })
    .waitFor();
  await region('User activity')
    .getByRole('img', { name: /Bar chart/ })
    .waitFor();
  expect(await region('Response time').getByRole('row').count()).toBe(responseTimes.length + 1);
});

it('asks for the range that is chosen, and keeps it in the address', async () => {
  await page.goto('');
  await region('Top endpoints').waitFor();
  const asked = nextRead(page, 'performance');
  await page.getByLabel('Time range').selectOption('Last hour');
  expect(new URL((await asked).url()).searchParams.get('hours')).toBe('1');
  expect(pathOf(page)).toBe('/?hours=1');

  await page.reload();
  await region('Top endpoints').waitFor();
  expect(await page.getByLabel('Time range').locator('option:checked').innerText()).toBe('Last hour');
});

it('offers the five ranges, the last 24 hours first', async () => {
  await page.goto('');
  const options = page.getByLabel('Time range').locator('option');
  await options.first().waitFor({ state: 'attached' });
  expect(await options.allInnerTexts()).toEqual([
    'Last hour',
    'Last 6 hours',
    'Last 24 hours',
    'Last 3 days',
    'Last week',
  ]);
  expect(await page.getByLabel('Time range').inputValue()).toBe('24');
});

it('narrows to an app that the address names, until the filter is removed', async () => {
  const asked = nextRead(page, 'errors');
  await page.goto('?app=nothing-of-that-name');
  expect(new URL((await asked).url()).searchParams.get('app')).toBe('nothing-of-that-name');
  await region('Response time').getByText('No requests yet').waitFor();
  await page.getByRole('button', { name: /Remove filter app/ }).click();
  await region('Response time').getByRole('img').waitFor();
});

it('leads from the error rate to the errors of the same range', async () => {
  await page.goto('?hours=6');
  await figure('Error rate').getByRole('link').click();
  await page.getByRole('heading', { name: 'Errors', exact: true }).waitFor();
  expect(pathOf(page)).toBe('/errors?hours=6');
});

function round(value: number | null): number {
  return Math.round((value ?? NaN) * 100) / 100;
}
