import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { answerWith, nextRead } from './support/answers.js';
import { launch, newSignedInContext, pathOf } from './support/browser.js';
import { bucketStart, performanceOf } from './support/performance.js';

let browser: Browser;
let context: BrowserContext;
let page: Page;
let points: Locator;

beforeAll(async () => {
  browser = await launch();
  context = await newSignedInContext(browser);
});
afterAll(() => browser.close());
beforeEach(async () => {
  page = await context.newPage();
  points = page.getByRole('slider', { name: 'Response times, point by point' });
});
afterEach(() => page.close());

const region = (name: string) => page.getByRole('region', { name, exact: true });
const figure = (name: string) => page.getByRole('article').filter({ hasText: name });
const parameters = () => Object.fromEntries(new URL(page.url()).searchParams);
const words = async (text: Promise<string>) => (await text).replaceAll(/\s+/g, ' ').trim();

async function open(path: string, compared = false): Promise<void> {
  await answerWith(page, 'performance', 200, performanceOf({ compared }));
  await page.goto(path);
  await region('Response time').getByRole('img').waitFor();
}

/** Presses on the chart at one part of its width and moves to another. */
async function drag(from: number, to: number): Promise<void> {
  const box = await region('Response time').locator('canvas').boundingBox();
  if (!box) throw new Error('The chart is not shown.');
  const at = (part: number) => [box.x + box.width * part, box.y + box.height / 2] as const;
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at(to), { steps: 4 });
}

describe('by pointer', () => {
  it('selects the whole buckets that it is dragged over, and leads back', async () => {
    await open('?app=shop&hours=6');
    const asked = nextRead(page, 'performance');
    await drag(0.7, 0.4);
    await page.mouse.up();
    await page.waitForURL(/from=/);
    const { app, from = '', to = '', ...others } = parameters();
    expect([app, others]).toEqual(['shop', {}]);
    expect([Date.parse(from) % 900_000, Date.parse(to) % 900_000]).toEqual([0, 0]);
    expect(Date.parse(from)).toBeLessThan(Date.parse(to));
    expect(new URL((await asked).url()).searchParams.get('from')).toBe(from);

    await page.goBack();
    expect(parameters()).toEqual({ app: 'shop', hours: '6' });
    const chosen = page.getByLabel('Time range').locator('option:checked', { hasText: 'Last 6 hours' });
    await chosen.waitFor({ state: 'attached' });
  });

  it('forgets what was selected with Escape', async () => {
    await open('?hours=6');
    await drag(0.4, 0.7);
    await page.keyboard.press('Escape');
    await page.mouse.up();
    expect(pathOf(page)).toBe('/?hours=6');
  });

  it('opens the requests of the bucket that is clicked', async () => {
    await open('?app=shop&hours=6');
    await drag(0.5, 0.5);
    await page.mouse.up();
    await page.waitForURL(/system-metrics/);
    const { from = '', to = '', ...others } = parameters();
    expect(others).toEqual({ app: 'shop', metricType: 'response_time' });
    expect(Date.parse(to) - Date.parse(from)).toBe(900_000);
  });
});

describe('by keyboard', () => {
  it('says the point that it is at', async () => {
    await open('');
    await points.press('Home');
    await points.press('ArrowRight');
    await page.locator('[role="slider"][aria-valuenow="2"]').waitFor();
    expect(await points.getAttribute('aria-valuetext')).toMatch(/: Average 150 ms, 95th percentile 150 ms$/);
  });

  it('selects a range with Shift and Enter', async () => {
    await open('?environment=production');
    await points.press('Home');
    await points.press('Shift+ArrowRight');
    await points.press('Shift+ArrowRight');
    await points.press('Enter');
    await page.waitForURL(/from=/);
    expect(parameters()).toEqual({ environment: 'production', from: bucketStart(0), to: bucketStart(3) });
  });

  it('opens the requests of a point with Enter', async () => {
    await open('?hours=6');
    await points.press('Home');
    await points.press('Enter');
    await page.waitForURL(/system-metrics/);
    expect(parameters()).toEqual({
      metricType: 'response_time',
      from: bucketStart(0),
      to: bucketStart(1),
    });
  });

  it('leaves what is selected with Escape', async () => {
    await open('?hours=6');
    await points.press('Home');
    await points.press('Shift+End');
    await points.press('Escape');
    await points.press('Enter');
    await page.waitForURL(/system-metrics/);
    expect(parameters()).toMatchObject({ from: bucketStart(95) });
  });
});

describe('compared with the period before', () => {
  it('says how each figure moved, and whether that is good', async () => {
    await open('', true);
    expect(await words(figure('Average response time').locator('sm-change').innerText())).toBe(
      '▲ up 50 % worse was 100 ms',
    );
    expect(await words(figure('Error rate').locator('sm-change').innerText())).toBe(
      '▼ down 50 % better was 2 %',
    );
    expect(await words(figure('Requests').locator('sm-change').innerText())).toBe('= unchanged was 96');
    await region('Response time').getByText('previous period').waitFor({ state: 'attached' });
  });

  it('asks for that period', async () => {
    const asked = ['performance', 'api-usage', 'user-activity'].map((path) => nextRead(page, path));
    await page.goto('');
    for (const request of asked)
      expect(new URL((await request).url()).searchParams.get('compare')).toBe('previous');
  });

  it('says nothing where the answer knows no such period', async () => {
    await open('');
    expect(await figure('Requests').locator('sm-change').innerText()).toBe('');
    expect(await region('Response time').getByText('previous period').count()).toBe(0);
  });
});

it('leads from a status code to its requests, with the same range and filters', async () => {
  await open('?hours=6&app=shop');
  const link = region('Status codes').getByRole('link', { name: /503/ });
  await link.click();
  await page.waitForURL(/system-metrics/);
  expect(parameters()).toEqual({ hours: '6', app: 'shop', metricType: 'response_time', statusCode: '503' });
});

it('leads from a part of the ring to its requests', async () => {
  await open('?hours=6');
  const box = await region('Status codes').locator('canvas').boundingBox();
  if (!box) throw new Error('The ring is not shown.');
  const radius = Math.min(box.width, box.height) / 2;
  await page.mouse.click(box.x + box.width / 2 + radius * 0.87, box.y + box.height / 2);
  await page.waitForURL(/statusCode=503/);
});

it('keeps its place while it is redrawn', async () => {
  await open('?hours=6');
  const canvas = await region('Response time').locator('canvas').elementHandle();
  const answer = page.waitForResponse(/api\/performance/);
  await page.getByRole('button', { name: 'Refresh', exact: true }).click();
  await answer;
  expect(await page.evaluate((node) => node?.isConnected, canvas)).toBe(true);
});
