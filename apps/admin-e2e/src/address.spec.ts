import type { Browser, BrowserContext, Page } from 'playwright-core';
import { nextRead } from './support/answers.js';
import { launch, newSignedInContext, pathOf } from './support/browser.js';

const FROM = '2026-11-23T10:00:00Z';
const TO = '2026-11-23T12:00:00Z';

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

const chosenRange = () => page.getByLabel('Time range').locator('option:checked').innerText();

describe.each([
  ['', 'performance'],
  ['errors', 'errors'],
])('the page /%s', (path, api) => {
  it('shows the hours of its address, and chooses others', async () => {
    const asked = nextRead(page, api);
    await page.goto(`${path}?hours=13`);
    expect(new URL((await asked).url()).searchParams.get('hours')).toBe('13');
    expect(await chosenRange()).toBe('Last 13 hours');
    await page.getByLabel('Time range').selectOption('Last 6 hours');
    await page.waitForURL(/hours=6$/);
    expect(await chosenRange()).toBe('Last 6 hours');
  });

  it('shows the span of its address, and leaves it for hours', async () => {
    const asked = nextRead(page, api);
    await page.goto(`${path}?from=${FROM}&to=${TO}`);
    const { searchParams } = new URL((await asked).url());
    expect([searchParams.get('from'), searchParams.get('to'), searchParams.get('hours')]).toEqual([
      FROM,
      TO,
      null,
    ]);
    expect(await chosenRange()).toMatch(/^2\d Nov .* – 2\d Nov /);
    await page.getByLabel('Time range').selectOption('Last hour');
    await page.waitForURL((url) => url.search === '?hours=1');
  });

  it('corrects a range that means nothing', async () => {
    await page.goto(`${path}?hours=abc&app=x`);
    await page.waitForURL((url) => url.search === '?app=x');
    expect(await chosenRange()).toBe('Last 24 hours');
  });
});

it('drops filters that name nothing', async () => {
  const asked = nextRead(page, 'errors');
  await page.goto('errors?severity=fatal&status=gone&sort=luck&q=x');
  await page.waitForURL((url) => url.search === '?q=x');
  const { searchParams } = new URL((await asked).url());
  expect([searchParams.get('severity'), searchParams.get('status')]).toEqual([null, null]);
});

it('knows without asking that no error has a malformed id', async () => {
  const reads: string[] = [];
  page.on('request', (request) => /api\/errors/.test(request.url()) && reads.push(request.url()));
  await page.goto('errors/not-a-uuid');
  await page.getByRole('heading', { name: 'There is no such error' }).waitFor();
  expect(reads).toEqual([]);
  await page.getByRole('link', { name: 'All errors' }).click();
  await page.getByRole('heading', { name: 'Errors', exact: true }).waitFor();
});

it.each([
  ['login', '/'],
  ['login?returnTo=%2Ferrors%3Fhours%3D6', '/errors?hours=6'],
])('sends who is signed in on from %s', async (path, target) => {
  await page.goto(path);
  await page.getByRole('navigation').waitFor();
  expect(pathOf(page)).toBe(target);
});
