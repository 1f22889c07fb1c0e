import type { ErrorDetail, ErrorList, OccurrenceList } from '@scitex/monitoring-contracts';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { answerWith, nextRead, openWith, tap } from './support/answers.js';
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

const rows = () => page.locator('sm-error-row');

it('lists what the API lists', async () => {
  const list = await openWith<ErrorList>(page, 'errors', 'errors');
  await rows().first().waitFor();
  expect(await rows().getByRole('link').allInnerTexts()).toEqual(list.items.map(({ title }) => title));
  await page.getByText(`${list.items.length} of ${list.total} shown`).waitFor();
});

it.each([
  ['Severity', 'high', 'severity'],
  ['Status', 'resolved', 'status'],
])('filters by %s, and keeps that in the address', async (label, value, parameter) => {
  await page.goto('errors');
  await rows().first().waitFor();
  const asked = nextRead(page, 'errors');
  await page.getByLabel(label, { exact: true }).selectOption(value);
  expect(new URL((await asked).url()).searchParams.get(parameter)).toBe(value);
  expect(pathOf(page)).toBe(`/errors?${parameter}=${value}`);
});

it('searches, and takes the reader back from a search that finds nothing', async () => {
  await page.goto('errors');
  await page.getByLabel('Search').fill('no error has these words');
  await page.getByLabel('Search').press('Enter');
  await page.getByText('No error matches').waitFor();
  await page.getByRole('button', { name: 'Remove all filters' }).click();
  await rows().first().waitFor();
  expect(await page.getByLabel('Search').inputValue()).toBe('');
});

it('sorts as it is asked to', async () => {
  await page.goto('errors');
  await rows().first().waitFor();
  const asked = nextRead(page, 'errors');
  await page.getByLabel('Sort by').selectOption('Most occurrences');
  expect(new URL((await asked).url()).searchParams.get('sort')).toBe('count');
});

it('adds further pages by cursor', async () => {
  const [item] = (await openWith<ErrorList>(page, 'errors', 'errors')).items;
  const pageOf = (id: number) => ({ ...item, id: `01990000-0000-7000-8000-00000000000${id}` });
  await answerWith(page, 'errors', 200, { items: [pageOf(1)], total: 2, nextCursor: 'next' });
  await page.reload();
  await page.getByText('1 of 2 shown').waitFor();

  await page.unrouteAll();
  await answerWith(page, 'errors', 200, { items: [pageOf(2)], total: 2, nextCursor: null });
  const asked = nextRead(page, 'errors');
  await page.getByRole('button', { name: 'Load more' }).click();
  expect(new URL((await asked).url()).searchParams.get('cursor')).toBe('next');
  await page.getByText('2 of 2 shown').waitFor();
  expect(await rows().count()).toBe(2);
  expect(await page.getByRole('button', { name: 'Load more' }).count()).toBe(0);
});

it('opens an error with its stack, its grouping and its occurrences, and leads back to the same list', async () => {
  await page.goto('errors?hours=6&sort=count');
  await rows().first().waitFor();
  const link = rows().first().getByRole('link');
  const id = (await link.getAttribute('href'))?.match(/errors\/([^?]+)/)?.[1] ?? '';
  const { answer } = await tap<ErrorDetail>(page, `errors/${id}`);
  await link.click();
  const error = await answer;

  await page.getByRole('heading', { level: 1, name: error.title }).waitFor();
  await page
    .getByRole('region', { name: 'Newest occurrence' })
    .getByRole('group', { name: 'Stack trace' })
    .waitFor();
  await page.getByText(error.grouping.fingerprint).waitFor();
  const occurrence = page.locator('sm-occurrence-row').first();
  await occurrence.locator('summary').click();
  await occurrence.getByRole('group', { name: 'Stack trace' }).waitFor();

  await page.getByRole('link', { name: 'All errors' }).click();
  await rows().first().waitFor();
  expect(pathOf(page)).toBe('/errors?hours=6&sort=count');
});

it('says of an occurrence how many it stands for, where it is more than itself', async () => {
  await page.goto('errors');
  const href = (await rows().first().getByRole('link').getAttribute('href')) ?? '';
  const path = `errors/${href.match(/errors\/([^?]+)/)?.[1]}/occurrences`;
  const { answer } = await tap<OccurrenceList>(page, path);
  await rows().first().getByRole('link').click();
  const [occurrence] = (await answer).items;
  const items = [
    { ...occurrence, weight: 1_200 },
    { ...occurrence, id: '01990000-0000-7000-8000-000000000003' },
  ];
  await answerWith(page, path, 200, { items, total: 2, nextCursor: null });
  await page.reload();
  const shown = page.locator('sm-occurrence-row');
  await shown.first().getByText('stands for 1,200').waitFor();
  expect(await shown.filter({ hasText: 'stands for' }).count()).toBe(1);
});
