import { AxeBuilder } from '@axe-core/playwright';
import type { Deploy, Deploys } from '@scitex/monitoring-contracts';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { answerWith, nextRead } from './support/answers.js';
import { launch, newSignedInContext } from './support/browser.js';
import { postDeploys } from './support/deploys.js';
import { makeTraffic } from './support/traffic.js';

const HOUR = 3_600_000;
const DEPLOY = { app: 'research-api', environment: 'production' };
const HOSTILE = '<img src=x onerror="document.title=\'owned\'">\u202E{{7*7}}' + 'A'.repeat(256);

let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await launch();
  context = await newSignedInContext(browser);
  await makeTraffic(context);
  await postDeploys(context, [
    { ...DEPLOY, release: '1.4.1', timestamp: new Date(Date.now() - 3 * HOUR) },
    {
      ...{ ...DEPLOY, release: '1.4.2', note: 'Faster search', url: 'https://ci.example/runs/7' },
      timestamp: new Date(Date.now() - HOUR / 2),
    },
    { ...DEPLOY, app: 'billing', release: '7', timestamp: new Date(Date.now() - HOUR / 2) },
  ]);
});
afterAll(() => browser.close());
beforeEach(async () => (page = await context.newPage()));
afterEach(() => page.close());

const region = () => page.getByRole('region', { name: 'Deploys', exact: true });
const rows = () => region().getByRole('listitem');
const answer = (deploys: Partial<Deploy>[], total = deploys.length): Deploys => ({
  range: { from: '2026-01-01T00:00:00.000Z', to: '2026-01-02T00:00:00.000Z', bucketSeconds: 900 },
  total,
  deploys: deploys.map((deploy, index) => ({
    id: `01990000-0000-7000-8000-${String(index).padStart(12, '0')}`,
    ...{ ...DEPLOY, timestamp: '2026-01-01T12:00:00.000Z', release: '1', source: 'posted' as const },
    ...{ note: null, url: null, ...deploy },
  })),
});

it('lists the deploys of the range, the newest first, with what was told of them', async () => {
  await page.goto('?app=research-api');
  await rows().nth(1).waitFor();
  const texts = (await rows().allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' ').trim());
  expect(texts).toEqual([
    expect.stringMatching(/^1\.4\.2, deployed 30 min\. ago research-api · production Faster search$/),
    expect.stringMatching(/^1\.4\.1, deployed 3 hr\. ago research-api · production$/),
  ]);
  const link = rows().getByRole('link', { name: '1.4.2' });
  expect(await link.getAttribute('href')).toBe('https://ci.example/runs/7');
  expect(await link.getAttribute('rel')).toContain('noopener');
});

it('follows the range and the app of the page', async () => {
  await page.goto('?app=research-api&hours=1');
  await rows().first().waitFor();
  expect(await rows().count()).toBe(1);
  const read = nextRead(page, 'deploys');
  await page.getByLabel('Time range').selectOption({ label: 'Last 6 hours' });
  const { searchParams } = new URL((await read).url());
  expect(Object.fromEntries(searchParams)).toEqual({ app: 'research-api', hours: '6' });
  await rows().nth(1).waitFor();
});

it('marks the charts over time, where words list the marks as well', async () => {
  await page.goto('?app=research-api&hours=1');
  const happened = page.getByRole('list', { name: 'Response times: what happened' }).getByRole('listitem');
  await happened.first().waitFor();
  expect(await happened.allInnerTexts()).toEqual([expect.stringMatching(/: deploy 1\.4\.2$/)]);
});

it('draws a mark where the deploy was', async () => {
  const timings = { avg: 20, min: 10, max: 40, p50: 20, p95: 30, p99: 40 };
  const { range } = answer([]);
  await answerWith(page, 'performance', 200, {
    range,
    summary: { totalRequests: 4, errorRate: 0, avgResponseTime: 20, apdex: 1, p50: 20, p95: 30, p99: 40 },
    responseTimes: [{ timestamp: range.from, count: 4, errorCount: 0, ...timings }],
    ...{ statusCodes: [], topEndpoints: [], errorTypes: [] },
  });
  const drawn: unknown[] = [];
  for (const hour of ['06', '18', '06']) {
    await answerWith(page, 'deploys', 200, answer([{ timestamp: `2026-01-01T${hour}:00:00.000Z` }]));
    await page.goto('');
    await page.getByRole('list', { name: 'Response times: what happened' }).waitFor();
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    const canvas = page.getByRole('region', { name: 'Response time', exact: true }).locator('canvas');
    drawn.push(await canvas.evaluate((element) => (element as HTMLCanvasElement).toDataURL()));
  }
  expect(drawn[0]).toBe(drawn[2]);
  expect(drawn[0]).not.toBe(drawn[1]);
});

it('says how to have deploys where there are none', async () => {
  await page.goto('?app=nobody');
  await region().getByText('No deploy in this time range').waitFor();
});

it('says how many more there are than are listed', async () => {
  await answerWith(
    page,
    'deploys',
    200,
    answer(
      Array.from({ length: 200 }, () => ({ source: 'seen' })),
      1250,
    ),
  );
  await page.goto('');
  await region().getByText('The newest 200 of 1,250').waitFor();
  expect(await rows().first().innerText()).toContain('first seen');
  const list = region().getByRole('group', { name: 'List of the deploys' });
  await list.focus();
  await page.keyboard.press('End');
  await page.waitForFunction(() => (document.querySelector('sm-deploys-list .scroll')?.scrollTop ?? 0) > 0);
});

it('shows hostile text as text, and follows no hostile address', async () => {
  const names = { app: HOSTILE, environment: HOSTILE, release: HOSTILE, note: HOSTILE };
  await answerWith(page, 'deploys', 200, answer([{ ...names, url: 'javascript:document.title="owned"' }]));
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('');
  await rows().getByRole('link').waitFor();
  expect(await rows().getByRole('link').getAttribute('href')).toMatch(/^unsafe:/);
  expect(await rows().locator('img').count()).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await page.title()).not.toContain('owned');
});

it.each([1440, 390].flatMap((width) => (['light', 'dark'] as const).map((scheme) => ({ width, scheme }))))(
  'has no accessibility violation at $width px in the $scheme theme',
  async ({ width, scheme }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 900 });
    await page.goto('');
    await rows().first().waitFor();
    const { violations } = await new AxeBuilder({ page }).include('sm-deploys-list').analyze();
    expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))).toEqual([]);
  },
);
