import { apiUsageSchema, performanceSchema, userActivitySchema } from '@scitex/monitoring-contracts';
import { maintainPartitions } from '@scitex/monitoring-storage';
import { pick, randomNumbers } from '@scitex/monitoring-storage/testing';
import type { z } from 'zod';
import { near, readAnswer, without } from './support/figures.js';
import { startFilledApp } from './support/filled-app.js';
import { rawFigures } from './support/raw-figures.js';
import type { TestApp } from './support/test-app.js';

const HOUR = 3_600_000;
const now = Date.now();
const at = (hoursAgo: number) => new Date(now - hoursAgo * HOUR).toISOString();

let server: TestApp;
beforeAll(async () => {
  server = await startFilledApp(20_261_127, now);
  // As every hour: what is older than a day is folded.
  await maintainPartitions(server.store.dataSource, { retentionDays: 30 });
});
afterAll(() => server.close());

const read = <S extends z.ZodType>(schema: S, path: string, query: object) =>
  readAnswer(server, schema, path, query);

describe('figures of any window, narrowed by anything', () => {
  const random = randomNumbers(7);
  const oneOf = <Item>(items: readonly Item[]) => pick(items, random());
  const anyWindow = (): Record<string, string> => {
    const grain = oneOf([1, 1000, 60_000, HOUR, 24 * HOUR]);
    const from = Math.floor((now - random() * 70 * HOUR) / grain) * grain;
    const length = Math.ceil((random() ** 3 * 70 * HOUR + 1) / grain) * grain;
    const window = { from: new Date(from).toISOString(), to: new Date(from + length).toISOString() };
    const filters = {
      app: oneOf(['research-api', 'billing']),
      environment: oneOf(['production', 'staging']),
      release: oneOf(['1.0.0', '1.1.0']),
      endpoint: oneOf(['/papers', "/it's/:odd"]),
      method: oneOf(['GET', 'POST']),
    };
    return { ...window, ...Object.fromEntries(Object.entries(filters).filter(() => random() < 0.25)) };
  };

  it.each(Array.from({ length: 40 }, anyWindow))('are those of the rows: %j', async (query) => {
    const { range, ...performance } = await read(performanceSchema, 'performance', query);
    const raw = rawFigures(server.store.dataSource, { ...query, ...range });
    expect(performance).toEqual(near(await raw.performance()));
    const usage = await read(apiUsageSchema, 'api-usage', query);
    expect(without(usage, 'range')).toEqual(near(await raw.apiUsage()));
    const activity = await read(userActivitySchema, 'user-activity', query);
    expect(without(activity, 'range')).toEqual(await raw.userActivity());
  });
});

describe('the period before', () => {
  it.each([{ hours: '13' }, { from: at(31), to: at(29.5), app: 'research-api' }])(
    'is as long as %j, ends where it begins, and has the figures of its rows',
    async (query) => {
      const asked = { ...query, compare: 'previous' } as unknown as Record<string, string>;
      const { range, previous } = await read(performanceSchema, 'performance', asked);
      const usage = await read(apiUsageSchema, 'api-usage', asked);
      const length = Date.parse(range.to) - Date.parse(range.from);
      expect(previous?.range).toEqual({
        ...range,
        from: new Date(Date.parse(range.from) - length).toISOString(),
        to: range.from,
      });
      const { app } = query as { app?: string };
      const before = {
        ...(app && { app }),
        ...previous?.range,
        from: previous?.range.from ?? '',
        to: range.from,
      };
      const raw = rawFigures(server.store.dataSource, before);
      const { summary, responseTimes } = await raw.performance();
      expect(previous).toMatchObject(near({ summary, responseTimes }) as object);
      expect(previous?.summary.totalRequests).toBeGreaterThan(0);
      const { from, to } = usage.previous?.range ?? before;
      const rawUsage = await rawFigures(server.store.dataSource, { ...before, from, to }).apiUsage();
      const activity = await read(userActivitySchema, 'user-activity', asked);
      const { summary: activities, timeline } = await rawFigures(server.store.dataSource, {
        ...before,
        ...activity.previous?.range,
      }).userActivity();
      expect(activity.previous).toMatchObject({ summary: activities, timeline });
      expect(usage.previous?.summary).toEqual(near(rawUsage.summary));
      expect(usage.previous?.apis).toEqual(near(rawUsage.apis.map((api) => without(api, 'lastError'))));
    },
  );

  it('is left out where nobody asks for it', async () => {
    expect(await read(performanceSchema, 'performance', {})).not.toHaveProperty('previous');
  });
});
