import type {
  ActivityHours,
  FeatureList,
  UserActivitySummary,
  UserTimeline,
} from '@scitex/monitoring-contracts';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { answerWith, nextRead, openWith } from './support/answers.js';
import { launch, newSignedInContext, pathOf } from './support/browser.js';
import { makeTraffic } from './support/traffic.js';

const RANGE = { from: '2026-11-23T00:00:00.000Z', to: '2026-11-30T00:00:00.000Z', bucketSeconds: 3600 };
const HOSTILE = '<img src=x onerror="document.title=\'owned\'">\u202E{{7*7}}' + 'A'.repeat(400);

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

const region = (name: string) => page.getByRole('region', { name, exact: true });
const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

it('shows how much was done, of which types, and by whom', async () => {
  const { summary, activityTypes, activeUsers } = await openWith<UserActivitySummary>(
    page,
    'activity?hours=6',
    'user-activity',
  );
  const figures = page.locator('sm-activity-figures article');
  await figures.locator('a').first().waitFor();
  const { totalActivities, activeUsers: users, sessions } = summary;
  expect(await figures.locator('.figure').allInnerTexts()).toEqual(
    [totalActivities, users, sessions].map((count) => count.toLocaleString('en-US')),
  );
  await region('Over time').locator('canvas').waitFor();
  const types = await region('Types').getByRole('listitem').getByRole('link').allInnerTexts();
  expect(types).toEqual(activityTypes.slice(0, 10).map(({ activityType }) => activityType));
  const named = await region('Most active users').locator('tbody th a').allInnerTexts();
  expect(named).toEqual(activeUsers.map(({ userId, userLabel }) => userLabel ?? userId));
});

it('lists the features, sorted as its address says, and leads to their activities', async () => {
  const { features } = await openWith<FeatureList>(page, 'activity?hours=6', 'user-activity/features');
  const rows = region('Modules and features').locator('tbody tr');
  await rows.first().waitFor();
  expect(features.length).toBeGreaterThan(1);
  expect(await rows.locator('th').allInnerTexts()).toEqual(features.map(({ feature }) => feature));
  await region('Modules and features').getByRole('button', { name: 'Users' }).click();
  await page.locator('th[aria-sort="descending"]', { hasText: 'Users' }).waitFor();
  expect(pathOf(page)).toBe('/activity?hours=6&sort=users&order=desc');
  await rows.first().getByRole('link').click();
  await page.waitForURL(/admin\/user-activities\?hours=6&module=[^&]+&feature=/);
});

it('shows when users are active, hour by hour, for eyes, keys and screen readers alike', async () => {
  const { hours } = await openWith<ActivityHours>(page, 'activity?hours=6', 'user-activity/hours');
  const grid = page.getByRole('grid', { name: 'Activities by hour of the week' });
  await grid.waitFor();
  const words = await grid.locator('td .visually-hidden').allInnerTexts();
  expect(words).toHaveLength(168);
  const counts = words.map((text) => Number.parseInt(text.replace(',', ''), 10) || 0);
  expect(sumOf(counts)).toBe(sumOf(hours.map(({ count }) => count)));
  await grid.locator('[tabindex="0"]').focus();
  await page.getByText('Monday 09:00').waitFor();
  for (const key of ['ArrowDown', 'End', 'ArrowRight']) await page.keyboard.press(key);
  await page.getByText('Tuesday 23:00').waitFor();
  expect(await grid.locator('[tabindex="0"]').count()).toBe(1);
  await grid.locator('a').first().press('Enter');
  await page.waitForURL(/admin\/user-activities\?from=/);
  const { firstSeen } = hours[0] ?? {};
  expect(new URL(page.url()).searchParams.get('from')).toBe(firstSeen);
  await page.locator('sm-record-table tbody tr').first().waitFor();
});

it('leads to all that a user did, and from there to each entry and back', async () => {
  await page.goto('activity?hours=6');
  const asked = nextAnswer<UserTimeline>('user-activity/timeline');
  await region('Most active users').locator('tbody th a').first().click();
  const { items, total } = await asked;
  await page.waitForURL(/activity\/users\?hours=6&user=ada$/);
  const rows = page.locator('sm-timeline-row');
  await rows.first().waitFor();
  expect(await rows.count()).toBe(items.length);
  await page.getByText(`${items.length} of ${total} shown`).waitFor();
  expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(['request', 'activity', 'error']));

  const narrowed = nextRead(page, 'user-activity/timeline');
  await page.getByLabel('Kind of entries').selectOption('Errors');
  expect(new URL((await narrowed).url()).searchParams.get('kind')).toBe('error');
  await page.locator('sm-timeline-row .badge[data-tone="error"]').first().waitFor();
  await page.waitForFunction(() => !document.querySelector('sm-timeline-row .badge[data-tone="request"]'));
  await rows.first().getByRole('link').click();
  await page.waitForURL(/errors\/[\da-f-]{36}\?hours=6$/);
  await page.getByRole('link', { name: 'What this user did around that time' }).first().click();
  await page.waitForURL(/activity\/users\?from=[^&]+&to=[^&]+&user=ada$/);
  await rows.first().waitFor();
});

it('finds a user by their id, and says so where there is nothing of them', async () => {
  await page.goto('activity?hours=6&app=shop');
  const search = page.getByRole('searchbox', { name: 'Find a user' });
  await search.fill('nobody & <b>');
  await search.press('Enter');
  await page.getByText('Nothing in this time range').waitFor();
  expect(new URL(page.url()).searchParams.get('user')).toBe('nobody & <b>');
  expect(pathOf(page)).toMatch(/^\/activity\/users\?hours=6&app=shop&user=/);
});

it('says so where nothing was done', async () => {
  const none = { totalActivities: 0, activeUsers: 0, sessions: 0 };
  const empty = { range: RANGE, summary: none, activityTypes: [], timeline: [], activeUsers: [] };
  await answerWith(page, 'user-activity', 200, empty);
  await answerWith(page, 'user-activity/hours', 200, { range: RANGE, timeZone: 'UTC', hours: [] });
  const features = { range: RANGE, previous: RANGE, activeUsers: 0, total: 0, features: [] };
  await answerWith(page, 'user-activity/features', 200, features);
  await answerWith(page, 'user-activity/weeks', 200, { weeks: [] });
  await page.goto('activity');
  for (const words of ['No user was active', 'No hour with activity', 'No feature was used', 'No activity'])
    await page.getByText(words, { exact: true }).waitFor();
});

it('shows what a user was called and did as text, however long and hostile', async () => {
  const entry = {
    ...{ id: '01990000-0000-7000-8000-000000000001', timestamp: RANGE.from, weight: 3 },
    ...{ app: HOSTILE, environment: HOSTILE, endpoint: HOSTILE, method: 'GET' },
  };
  const error = { groupId: entry.id, severity: 'high', errorType: HOSTILE, message: HOSTILE };
  const items = [
    { kind: 'error', ...entry, ...error },
    { kind: 'activity', ...entry, activityType: HOSTILE, module: HOSTILE, feature: HOSTILE, success: false },
  ];
  const page1 = { items, total: 2, totalIsExact: false, nextCursor: null };
  await answerWith(page, 'user-activity/timeline', 200, page1);
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(`activity/users?user=${encodeURIComponent(HOSTILE)}`);
  await page.getByText('stands for 3').first().waitFor();
  await page.getByText('2 of 2+ shown').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect(await page.title()).toBe('User · SciTeX Monitoring');
});

/** What the API tells the page next. */
async function nextAnswer<T>(path: string): Promise<T> {
  const response = await page.waitForResponse((answer) => new URL(answer.url()).pathname.endsWith(path));
  return (await response.json()) as T;
}
