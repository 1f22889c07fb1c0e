import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launch, newSignedInContext, pathOf } from './support/browser.js';

let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await launch();
  context = await newSignedInContext(browser);
});
afterAll(() => browser.close());
beforeEach(async () => {
  page = await context.newPage();
  await page.goto('');
  await page.getByRole('heading', { name: 'Dashboard' }).waitFor();
});
afterEach(() => page.close());

const errors = () => page.getByRole('link', { name: 'Errors', exact: true });
const unreachable = () => page.getByRole('heading', { name: 'The monitoring server does not answer' });

/** Has the first script that is asked for from now on be gone, as after a new build; for good, or until a full load. */
async function loseNextScript(until: 'full load' | 'never'): Promise<{ readonly loads: string[] }> {
  const loads: string[] = [];
  let lost: string | undefined;
  page.on('request', (request) => request.isNavigationRequest() && loads.push(request.url()));
  await page.route(/\.js$/, (route) => {
    lost ??= route.request().url();
    const gone = route.request().url() === lost && (until === 'never' || loads.length === 0);
    return gone ? route.fulfill({ status: 404, body: '' }) : route.continue();
  });
  return { loads };
}

it('says so where the server is gone, and leads on to the page once it is back', async () => {
  await page.route(/./, (route) => route.abort());
  await errors().click();
  await unreachable().waitFor();
  await page.unroute(/./);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('heading', { name: 'Errors', exact: true }).waitFor();
  expect(pathOf(page)).toBe('/errors');
});

it('loads the page anew where a new build took its code away', async () => {
  const { loads } = await loseNextScript('full load');
  await errors().click();
  await page.getByRole('heading', { name: 'Errors', exact: true }).waitFor();
  expect(loads).toHaveLength(1);
  expect(pathOf(page)).toBe('/errors');
});

it('does so once', async () => {
  const { loads } = await loseNextScript('never');
  await errors().click();
  await unreachable().waitFor();
  expect(loads).toHaveLength(1);
});
