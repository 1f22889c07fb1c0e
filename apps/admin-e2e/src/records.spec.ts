import {
  RECORD_MODELS,
  type RecordHistogram,
  type RecordList,
  type RecordRow,
} from '@scitex/monitoring-contracts';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { answerWith, nextRead, openWith } from './support/answers.js';
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

const rows = () => page.locator('sm-record-table tbody tr');
const METRICS = 'admin/system-metrics';

it.each(RECORD_MODELS)('lists the rows of $label as the API does', async ({ path, label }) => {
  const list = await openWith<RecordList>(page, `admin/${path}`, `admin/${path}`);
  await page.getByRole('heading', { level: 1, name: label }).waitFor();
  await page.getByText(`${list.items.length} of ${list.total} shown`).waitFor();
  expect(list.items.length).toBeGreaterThan(0);
  const ids = await rows()
    .locator('a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(ids).toEqual(list.items.map(({ id }) => `/monitoring/admin/${path}/${id}`));
});

it('narrows by any column, keeps that in the address, and takes it back', async () => {
  await page.goto(METRICS);
  await rows().first().waitFor();
  const all = await rows().count();
  await page.getByLabel('Column').selectOption('Status');
  await page.getByLabel('Condition').selectOption('is at least');
  await page.getByLabel('Value').fill('500');
  await page.getByRole('button', { name: 'Add filter' }).click();
  const chip = page.getByRole('button', { name: 'Remove filter Status at least: 500' });
  await chip.waitFor();
  expect(pathOf(page)).toBe(`/${METRICS}?statusCodeFrom=500`);
  await page.waitForFunction((before) => document.querySelectorAll('tbody tr').length < before, all);
  for (const cells of await rows().allInnerTexts()) expect(cells).toMatch(/\s50\d\s/);
  await chip.click();
  await page.waitForFunction((before) => document.querySelectorAll('tbody tr').length >= before, all);
  expect(pathOf(page)).toBe(`/${METRICS}`);
});

it('narrows to rows without a value, and to one of several', async () => {
  await page.goto('admin/error-logs?severity=high');
  await page.getByLabel('Column').selectOption('Severity');
  await page.getByLabel('Value').selectOption('critical');
  await page.getByRole('button', { name: 'Add filter' }).click();
  await page.getByLabel('Column').selectOption('Release');
  await page.getByLabel('Condition').selectOption('is empty');
  const asked = nextRead(page, 'admin/error-logs');
  await page.getByRole('button', { name: 'Add filter' }).click();
  const { searchParams } = new URL((await asked).url());
  expect([searchParams.getAll('severity'), searchParams.getAll('empty')]).toEqual([
    ['high', 'critical'],
    ['release'],
  ]);
});

it('sorts by a column that an index keeps in order, and says so', async () => {
  await page.goto(METRICS);
  const header = (sorted: string) =>
    page.locator(sorted).and(page.getByRole('columnheader', { name: 'Value' }));
  await header('th').getByRole('button').click();
  await header('[aria-sort="descending"]').waitFor();
  expect(pathOf(page)).toBe(`/${METRICS}?sort=value&order=desc`);
  await header('th').getByRole('button').press('Enter');
  await header('[aria-sort="ascending"]').waitFor();
  expect(pathOf(page)).toBe(`/${METRICS}?sort=value&order=asc`);
});

it('shows when the rows are from, narrowed as the list is, and narrows to a part by the keyboard', async () => {
  const path = `${METRICS}/histogram`;
  const { points } = await openWith<RecordHistogram>(page, `${METRICS}?hours=1&statusCodeFrom=500`, path);
  expect(points.length).toBeGreaterThan(0);
  const slider = page.getByRole('slider', { name: 'Rows, point by point' });
  await slider.focus();
  await slider.press('End');
  await slider.press('Shift+ArrowLeft');
  const asked = nextRead(page, path);
  await slider.press('Enter');
  const { searchParams } = new URL((await asked).url());
  expect(searchParams.get('statusCodeFrom')).toBe('500');
  expect(Date.parse(searchParams.get('to') ?? '') - Date.parse(searchParams.get('from') ?? '')).toBe(120_000);
  await page.getByRole('button', { name: /Remove filter time/ }).waitFor();
});

it('searches, and takes the reader back from a search that finds nothing', async () => {
  await page.goto(METRICS);
  await page.getByLabel('Search').fill('no row has these words');
  await page.getByLabel('Search').press('Enter');
  await page.getByText('No row matches').waitFor();
  await page.getByRole('button', { name: 'Remove all filters' }).click();
  await rows().first().waitFor();
});

it('says how far rare matches were looked for, and goes on from there', async () => {
  const { items } = await openWith<RecordList>(page, METRICS, METRICS);
  const searchedTo = '2026-01-01T00:00:00.000Z';
  const page1 = { items: [], total: 0, totalIsExact: false, nextCursor: 'next', searchedTo };
  await answerWith(page, METRICS, 200, page1);
  await page.reload();
  await page.getByText('No match so far').waitFor();
  await page.getByText(/Searched to 1 Jan 2026/).waitFor();
  await page.unrouteAll();
  const page2 = { ...page1, items: items.slice(0, 1), total: 1, nextCursor: null, searchedTo: null };
  await answerWith(page, METRICS, 200, page2);
  const asked = nextRead(page, METRICS);
  await page.getByRole('button', { name: 'Search further' }).click();
  expect(new URL((await asked).url()).searchParams.get('cursor')).toBe('next');
  await page.getByText('1 of 1+ shown').waitFor();
});

it('shows what monitored apps send as text', async () => {
  const list = await openWith<RecordList>(page, METRICS, METRICS);
  const hostile = '<img src=x onerror="window.broken=true">\u202Eevil';
  const [first] = list.items;
  const row = { ...first, endpoint: hostile, metadata: { [hostile]: hostile } } as RecordRow;
  await answerWith(page, METRICS, 200, { ...list, items: [row], total: 1 });
  await answerWith(page, `${METRICS}/${row.id}`, 200, row);
  await page.reload();
  await rows().getByText(hostile).waitFor();
  await rows().getByRole('link').click();
  await page.getByRole('group', { name: 'Metadata' }).getByText('<img src=x').waitFor();
  expect(await page.evaluate(() => 'broken' in window)).toBe(false);
});

it('opens a row with all its columns, leads to what belongs to it, and back to the same list', async () => {
  await page.goto('admin/error-logs?hours=6');
  await rows().first().getByRole('link').click();
  await page.getByRole('group', { name: 'Stack trace' }).waitFor();
  const belonging = page.getByRole('region', { name: 'What belongs to it' });
  const trace = await page.locator('dt:text-is("Trace") + dd').innerText();
  expect(await belonging.getByRole('link').first().getAttribute('href')).toMatch(/\/errors\/[\da-f-]{36}$/);
  await page.getByRole('link', { name: 'Error logs' }).first().waitFor();
  await belonging.getByRole('link', { name: 'System metrics' }).first().click();
  await page.getByRole('button', { name: `Remove filter Trace: ${trace}` }).waitFor();
  await rows().first().waitFor();
  expect(await rows().count()).toBe(1);
  await page.goBack();
  await page.getByRole('main').getByRole('link', { name: 'Error logs' }).first().click();
  await page.waitForURL(/error-logs\?hours=6$/);
});

it.each([
  ['a filter that cannot be', `${METRICS}?statusCode=abc`, 'statusCode'],
  ['a row that is not there', `${METRICS}/00000000-0000-4000-8000-000000000000`, 'There is no such row'],
  ['an id that is none', `${METRICS}/1`, 'There is no such row'],
])('says so of %s', async (_, path, words) => {
  await page.goto(path);
  await page.getByRole('main').getByText(words).first().waitFor();
});
