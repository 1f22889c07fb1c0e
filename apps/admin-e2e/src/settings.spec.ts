import { AxeBuilder } from '@axe-core/playwright';
import type { Session, Thresholds } from '@scitex/monitoring-contracts';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { answerWith } from './support/answers.js';
import { launch, newSignedInContext, pathOf } from './support/browser.js';
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

const check = (name = 'Error rate') => page.getByRole('group', { name, exact: true });
const warning = (name?: string) => check(name).getByLabel(/Warning/);
const critical = (name?: string) => check(name).getByLabel(/Critical/);
const save = () => page.getByRole('button', { name: 'Save', exact: true });
const open = async (path = 'settings') => {
  await page.goto(path);
  await warning().waitFor();
};
/** Waits until the fields of the error rate are filled in so. */
const filled = (limits: { warning: string; critical: string }) =>
  page.waitForFunction((expected) => {
    const valueOf = (field: string) => document.querySelector<HTMLInputElement>(`#errorRate-${field}`)?.value;
    return valueOf('warning') === expected.warning && valueOf('critical') === expected.critical;
  }, limits);
const saved = () => page.getByRole('status').getByText('Saved: health is judged by these limits now.');

it('changes the limits of all environments, which the dashboard then shows, and resets them', async () => {
  await page.goto('');
  await page.getByRole('link', { name: 'Settings' }).click();
  await warning().fill('1.5');
  await critical().fill('40');
  await save().press('Enter');
  await saved().waitFor();
  await page.getByText(/Changed last on .* by/).waitFor();

  await page.getByRole('link', { name: 'Dashboard' }).click();
  const health = page.getByRole('region', { name: 'System health' });
  await health.getByText('critical above 40 %').waitFor();

  await page.getByRole('link', { name: 'Settings' }).click();
  await check().getByRole('button', { name: 'Use these for Error rate' }).click();
  await filled({ warning: '2', critical: '5' });
  await save().click();
  await saved().waitFor();
});

it('keeps those of an environment apart, which its address names', async () => {
  await open();
  const environments = page.getByLabel('Environment');
  const [, name = ''] = await environments.locator('option').allInnerTexts();
  await environments.selectOption({ label: name.trim() });
  await page.getByText('They count where health is asked for this environment.').waitFor();
  expect(pathOf(page)).toBe(`/settings?environment=${encodeURIComponent(name.trim())}`);
  await warning('API success rate').fill('80');
  await critical('API success rate').fill('70');
  await save().click();
  await saved().waitFor();
  await page.reload();
  await warning().waitFor();
  expect(await warning('API success rate').inputValue()).toBe('80');
  await environments.selectOption({ label: 'All environments' });
  await page.getByText('They count in every environment').waitFor();
  expect(await warning('API success rate').inputValue()).toBe('95');
});

it('says at the field what is wrong, and sends nothing', async () => {
  await open();
  await critical().fill('1');
  await check().getByText('Use a critical limit above the warning limit.').waitFor();
  const sent: string[] = [];
  page.on('request', (request) => request.method() === 'PUT' && sent.push(request.url()));
  await save().press('Enter');
  expect(await critical().evaluate((box) => box === document.activeElement)).toBe(true);
  expect(sent).toEqual([]);
  await page.getByRole('button', { name: 'Discard changes' }).click();
  await filled({ warning: '2', critical: '5' });
});

it('shows a conflict with somebody else, and loads theirs', async () => {
  await open();
  const answer = await page.request.post('api/auth/refresh');
  const { accessToken } = (await answer.json()) as Session;
  const headers = { authorization: `Bearer ${accessToken}` };
  const read = await page.request.get('api/settings/thresholds', { headers });
  const [all] = ((await read.json()) as Thresholds).environments;
  const theirs = [{ name: 'errorRate', warning: 3, critical: 9 }];
  const put = (version: number, thresholds: object[]) =>
    page.request.put('api/settings/thresholds', {
      headers,
      data: { environment: null, version, thresholds },
    });
  expect((await put(all?.version ?? 0, theirs)).status()).toBe(200);

  await warning().fill('1');
  await save().click();
  await page.getByRole('alert').getByText('Somebody else changed these limits').waitFor();
  await page.getByRole('button', { name: 'Discard mine and load theirs' }).click();
  await filled({ warning: '3', critical: '9' });
  await page.getByText('Somebody else changed these limits').waitFor({ state: 'hidden' });
  expect((await put((all?.version ?? 0) + 1, [])).status()).toBe(200);
});

it('asks before changes are lost, and stays where they are to be kept', async () => {
  await open();
  await warning().fill('1');
  const leave = async () => {
    const asked = page.waitForEvent('dialog');
    const clicked = page.getByRole('link', { name: 'Dashboard' }).click();
    return { dialog: await asked, clicked };
  };
  const first = await leave();
  expect(first.dialog.message()).toBe('Leave without saving? The changed limits are lost.');
  await first.dialog.dismiss();
  await first.clicked;
  expect([pathOf(page), await warning().inputValue()]).toEqual(['/settings', '1']);
  const second = await leave();
  await second.dialog.accept();
  await second.clicked;
  await page.getByRole('heading', { name: 'Dashboard' }).waitFor();
});

it('lets others than administrators read, and says why they cannot change them', async () => {
  await page.route('**/api/auth/refresh', async (route) => {
    const response = await route.fetch();
    const session = (await response.json()) as Session;
    await route.fulfill({ response, json: { ...session, user: { ...session.user, role: 'viewer' } } });
  });
  await open();
  await page.getByText('Only administrators can change these limits: your role is viewer.').waitFor();
  expect(await warning().isEditable()).toBe(false);
  expect(await save().count()).toBe(0);
});

it('says so where the server cannot tell', async () => {
  const detail = 'The store does not answer.';
  const problem = { type: 'about:blank', title: 'Service Unavailable', status: 503, detail };
  await answerWith(page, 'settings/thresholds', 503, problem);
  await page.goto('settings');
  await page.getByText(detail).waitFor();
});

it.each([1440, 390].flatMap((width) => (['light', 'dark'] as const).map((scheme) => ({ width, scheme }))))(
  'has no accessibility violation at $width px in the $scheme theme, and does not scroll sideways',
  async ({ width, scheme }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 900 });
    await open();
    await critical().fill('1');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.screenshot({ path: `/tmp/set2-${width}-${scheme}.png`, fullPage: true });
  },
);
