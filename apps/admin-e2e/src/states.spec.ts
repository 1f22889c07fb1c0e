import type { Browser, BrowserContext, Page } from 'playwright-core';
import { answerWith } from './support/answers.js';
import { launch, newSignedInContext } from './support/browser.js';

const PROBLEM = {
  type: 'about:blank',
  title: 'Service Unavailable',
  status: 503,
  detail: 'The store does not answer: check that PostgreSQL runs.',
};
const RANGE = { from: '2026-01-01T00:00:00.000Z', to: '2026-01-02T00:00:00.000Z', bucketSeconds: 900 };
const EMPTY_PERFORMANCE = {
  range: RANGE,
  summary: {
    totalRequests: 0,
    errorRate: null,
    avgResponseTime: null,
    minResponseTime: null,
    maxResponseTime: null,
    p50: null,
    p95: null,
    p99: null,
    apdex: null,
  },
  responseTimes: [],
  statusCodes: [],
  topEndpoints: [],
  errorTypes: [],
};
const COUNTS = { captured: 0, stored: 0, buffered: 0, spooled: 0, dropped: {} };
const COLLECTOR = {
  id: '01990000-0000-7000-8000-000000000002',
  ...{ app: 'shop', environment: 'production', release: '1.0.0', instance: 'web-1', state: 'reporting' },
  ...{ startedAt: RANGE.from, reportedAt: RANGE.to, ...COUNTS, balance: 0, droppedAt: null },
  kinds: { metrics: COUNTS, errors: COUNTS, apiCalls: COUNTS, activities: COUNTS },
  cost: { captureMicros: 6.2, batches: 1, storeMs: 4, bufferBytes: 0, spoolBytes: 0 },
  ...{ mode: 'full', modeSince: RANGE.from, eventLoopDelayP99: 12 },
};
const TOTALS = {
  instances: 1,
  reporting: 1,
  silent: 0,
  stopped: 0,
  ...COUNTS,
  balance: 0,
  captureMicros: 6.2,
};
const HOSTILE = '<img src=x onerror="document.title=\'owned\'">\u202E{{7*7}}' + 'A'.repeat(4000);
const GROUP = {
  id: '01990000-0000-7000-8000-000000000001',
  errorType: HOSTILE,
  title: HOSTILE,
  severity: 'critical',
  status: 'unresolved',
  endpoint: HOSTILE,
  app: HOSTILE,
  environment: 'production',
  count: 1,
  userCount: 1,
  firstSeen: RANGE.from,
  lastSeen: RANGE.to,
  assignee: null,
  regressed: true,
  trend: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
};

const REFUSAL = {
  ...{ app: HOSTILE, environment: HOSTILE, kind: 'metrics', reason: HOSTILE, count: 1 },
  ...{ firstSeen: RANGE.from, lastSeen: RANGE.to, example: JSON.stringify({ metricType: HOSTILE }) },
};

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

const region = (name: string) => page.getByRole('region', { name, exact: true });

it('says what to do where nothing was recorded', async () => {
  await answerWith(page, 'performance', 200, EMPTY_PERFORMANCE);
  await answerWith(page, 'errors', 200, { items: [], total: 0, nextCursor: null });
  await page.goto('');
  await region('Response time').getByText('MonitoringModule.forRoot').waitFor();
  await region('Recent errors').getByText('Nothing broke in this time range').waitFor();
});

it('tells insufficient data from health', async () => {
  await answerWith(page, 'health', 200, {
    healthStatus: 'insufficient-data',
    ...{
      errorCount: 0,
      errorRate: 0,
      avgResponseTime: 0,
      apiSuccessRate: 100,
      totalRequests: 0,
      totalApiCalls: 0,
    },
    window: { from: RANGE.from, to: RANGE.to },
    checks: [
      {
        ...{
          name: 'errorRate',
          status: 'insufficient-data',
          value: null,
          unit: '%',
          warning: 2,
          critical: 5,
        },
        ...{ since: RANGE.from, sinceIsBound: true },
      },
    ],
  });
  await page.goto('');
  await region('System health').getByText('Insufficient data', { exact: true }).waitFor();
  await region('System health').getByRole('listitem').getByText('Nothing to judge').waitFor();
});

it('says what to do where no instance has reported', async () => {
  await answerWith(page, 'collectors', 200, {
    ...{ items: [], totals: { ...TOTALS, instances: 0, reporting: 0 }, refusals: [] },
  });
  await page.goto('');
  await region('Monitor').getByText('No instance has reported').waitFor();
});

it('calls out what the monitor lost, who is silent and who is overloaded, with the mend', async () => {
  const dropped = { 'buffer-full': 40, refused: 2 };
  const droppedAt = new Date().toISOString();
  await answerWith(page, 'collectors', 200, {
    items: [
      { ...COLLECTOR, captured: 100, stored: 58, dropped, droppedAt, mode: 'sampled' },
      { ...COLLECTOR, id: GROUP.id, instance: 'web-2', state: 'silent' },
    ],
    totals: { ...TOTALS, instances: 2, silent: 1, captured: 100, stored: 58, dropped },
    refusals: [],
  });
  await page.goto('');
  const monitor = region('Monitor');
  await monitor.getByText('100 events captured by 2 instances: 58 stored, 42 dropped').waitFor();
  await monitor.getByText('40 because the buffer was full, 2 because PostgreSQL refused them').waitFor();
  await monitor.getByText('shop web-2 (last heard of').waitFor();
  await monitor.getByText('shop web-1 (sampled since').waitFor();
  await monitor.getByText('Each instance').press('Enter');
  await monitor.getByText(/raise buffer.maxEvents/).waitFor();
});

it('keeps a failure inside its panel, with the reason and a way to try again', async () => {
  await answerWith(page, 'user-activity', 503, PROBLEM);
  await page.goto('');
  await region('User activity').getByText(PROBLEM.detail).waitFor();
  await region('System health').getByRole('listitem').first().waitFor();

  await page.unrouteAll();
  await region('User activity').getByRole('button', { name: 'Try again' }).click();
  await region('User activity').getByText(PROBLEM.detail).waitFor({ state: 'detached' });
});

it('does not show the figures of one range under the name of another', async () => {
  await page.goto('');
  const requests = page.getByRole('article').filter({ hasText: 'Requests' });
  await requests.getByText(/per (hour|minute)/).waitFor();
  await answerWith(page, 'performance', 503, PROBLEM);
  await page.getByLabel('Time range').selectOption('Last week');
  await region('Top endpoints').getByText(PROBLEM.detail).waitFor();
  await requests.getByText('not available').waitFor();
});

it('shows hostile text as text, inside its box', async () => {
  await answerWith(page, 'errors', 200, { items: [GROUP], total: 1, nextCursor: null });
  await answerWith(page, `errors/${GROUP.id}`, 200, {
    ...GROUP,
    grouping: { fingerprint: 'f', errorType: HOSTILE, normalizedMessage: HOSTILE, frames: [HOSTILE] },
    latest: null,
  });
  const names = { app: HOSTILE, instance: HOSTILE, environment: HOSTILE, release: HOSTILE, state: 'silent' };
  const dropped = { [HOSTILE]: 1 };
  await answerWith(page, 'collectors', 200, {
    items: [{ ...COLLECTOR, ...names, dropped, droppedAt: new Date().toISOString() }],
    totals: { ...TOTALS, silent: 1, dropped },
    refusals: [REFUSAL],
  });
  await page.setViewportSize({ width: 360, height: 800 });
  for (const path of ['', 'errors', `errors/${GROUP.id}`]) {
    await page.goto(path);
    await page.getByText('{{7*7}}').first().waitFor();
    expect(await page.locator('img[src="x"]').count()).toBe(0);
    expect(await page.title()).not.toBe('owned');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  }
});

it('calls an error without a message by its type', async () => {
  const error = { ...GROUP, errorType: 'IOError', title: ' \u200b' };
  await answerWith(page, 'errors', 200, { items: [error], total: 1, nextCursor: null });
  await answerWith(page, `errors/${GROUP.id}`, 200, {
    ...error,
    grouping: { fingerprint: 'f', errorType: 'IOError', normalizedMessage: '', frames: [] },
    latest: null,
  });
  await page.goto('');
  await region('Recent errors').locator('summary').getByText('IOError').waitFor();
  expect(await region('Recent errors').getByRole('link', { name: 'All errors' }).innerText()).toBe(
    'All errors (1)',
  );
  await page.goto('errors');
  await page.getByRole('link', { name: 'IOError' }).click();
  await page.getByRole('heading', { level: 1, name: 'IOError' }).waitFor();
});

it('keeps text that runs the other way from reordering its neighbours', async () => {
  await answerWith(page, 'errors', 200, {
    items: [{ ...GROUP, title: 'Failed', app: 'shop\u202E', environment: 'test' }],
    total: 1,
    nextCursor: null,
  });
  await page.goto('errors');
  const left = async (text: string) =>
    (await page.locator('sm-error-row bdi').filter({ hasText: text }).boundingBox())?.x ?? NaN;
  await page.locator('sm-error-row bdi').first().waitFor();
  expect(await left('shop')).toBeLessThan(await left('test'));
});

it('says so where an account may not see a page', async () => {
  await page.goto('no-permission');
  await page.getByRole('heading', { name: 'You may not see this page' }).waitFor();
});

it('says so where an error does not exist', async () => {
  await page.goto('errors/01990000-0000-7000-8000-00000000dead');
  await page.getByRole('heading', { name: 'There is no such error' }).waitFor();
});
