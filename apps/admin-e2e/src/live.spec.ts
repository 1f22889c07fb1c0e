import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launch, newSignedInContext } from './support/browser.js';
import { readEnvironment } from './support/environment.js';
import { makeTraffic } from './support/traffic.js';

const STREAM = /\/monitoring\/api\/stream/;

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
});
afterEach(async () => {
  await page.evaluate(() => localStorage.clear());
  await page.close();
});

const says = (text: string | RegExp) =>
  page.locator('sm-live-status').getByRole('status').getByText(text).waitFor();

it('moves when a request comes, without a click and without the timer', async () => {
  await page.addInitScript('window.setInterval = () => 0');
  await page.goto('?hours=1');
  await says('Live');
  const requests = page.getByRole('article').filter({ hasText: 'Requests' }).locator('.figure');
  await requests.getByText(/\d/).waitFor();
  const before = await requests.innerText();
  await fetch(`${readEnvironment().sampleUrl}/documents`);
  await requests.and(page.locator(`:not(:text-is(${JSON.stringify(before)}))`)).waitFor();
});

it('says when it has lost touch with the server, since when, and when it is back', async () => {
  await page.clock.install();
  await page.route(STREAM, (route) => route.abort());
  await page.goto('');
  await says('Reconnecting…');
  const again = page.waitForRequest(STREAM);
  await page.clock.fastForward(12_000);
  await again;
  await says(/^Stale since \d\d:\d\d:\d\d$/);
  await page.unroute(STREAM);
  await page.clock.fastForward(12_000);
  await says('Live');
});

it('follows nothing while Auto-refresh is off, and says nothing', async () => {
  await page.goto('');
  await says('Live');
  await page.getByRole('switch', { name: 'Auto-refresh' }).uncheck();
  await page.getByText('Live', { exact: true }).waitFor({ state: 'detached' });
  await page.getByRole('switch', { name: 'Auto-refresh' }).check();
  await says('Live');
});
