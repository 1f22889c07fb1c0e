import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launch, newContext, newSignedInContext, pathOf } from './support/browser.js';
import { readEnvironment } from './support/environment.js';

const { email, password } = readEnvironment();
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => (browser = await launch()));
afterAll(() => browser.close());
afterEach(() => context.close());

async function signIn(secret: string): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(secret);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

describe('a visitor', () => {
  beforeEach(async () => {
    context = await newContext(browser);
    page = await context.newPage();
  });

  it('is asked to sign in, and then sees the page that was asked for', async () => {
    await page.goto('errors?hours=6&severity=high');
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    expect(new URL(page.url()).searchParams.get('returnTo')).toBe('/errors?hours=6&severity=high');

    await signIn(password);
    await page.getByRole('heading', { name: 'Errors', exact: true }).waitFor();
    expect(pathOf(page)).toBe('/errors?hours=6&severity=high');
  });

  it('is told of a wrong password, and stays', async () => {
    await page.goto('login');
    await signIn('not the password');
    await page.getByRole('alert').filter({ hasText: /./ }).waitFor();
    expect(pathOf(page)).toBe('/login');
  });

  it('signs in by keyboard alone', async () => {
    await page.goto('login');
    await page.getByLabel('Email').focus();
    await page.keyboard.type(email);
    await page.keyboard.press('Tab');
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Dashboard' }).waitFor();
  });

  it.each(['https://example.org/', '//example.org/'])('is not led away by returnTo=%s', async (returnTo) => {
    await page.goto(`login?returnTo=${encodeURIComponent(returnTo)}`);
    await signIn(password);
    await page.getByRole('navigation').waitFor();
    expect(new URL(page.url()).origin).toBe(new URL(readEnvironment().baseUrl).origin);
  });
});

describe('who is signed in', () => {
  beforeEach(async () => {
    context = await newSignedInContext(browser);
    page = await context.newPage();
  });

  it('stays signed in over a reload', async () => {
    await page.goto('errors');
    await page.getByRole('heading', { name: 'Errors', exact: true }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Errors', exact: true }).waitFor();
  });

  it('has an expired access token renewed without noticing, once for all calls', async () => {
    const renewals: string[] = [];
    page.on('request', (request) => request.url().endsWith('auth/refresh') && renewals.push(request.url()));
    await page.goto('');
    await page.getByText(/, updated /).waitFor();
    await page.locator('[aria-busy]').first().waitFor({ state: 'detached' });
    let refused = 0;
    await page.route(/\/api\/(performance|user-activity|api-usage)/, (route) =>
      refused++ < 3 ? route.fulfill({ status: 401, body: '{}' }) : route.continue(),
    );
    const answered = page.waitForResponse(
      (response) => /api\/performance/.test(response.url()) && response.ok(),
    );
    await page.getByRole('button', { name: 'Refresh', exact: true }).click();
    await answered;
    expect(renewals).toHaveLength(2);
    expect(pathOf(page)).toBe('/');
  });

  it('signs out, and is asked to sign in again', async () => {
    await page.goto('');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await page.goto('errors');
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
  });

  it('sees where an address leads nowhere', async () => {
    await page.goto('no/such/page');
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
  });

  it('learns that the server does not answer, and gets the page once it does', async () => {
    await page.route(/auth\/refresh/, (route) => route.abort());
    await page.goto('errors');
    await page.getByRole('heading', { name: 'The monitoring server does not answer' }).waitFor();
    await page.unroute(/auth\/refresh/);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'Errors', exact: true }).waitFor();
    expect(pathOf(page)).toBe('/errors');
  });
});
