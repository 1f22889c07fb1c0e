import type { Batch } from '@scitex/monitoring-contracts';
import { maintainPartitions } from '../../src/partitions/index.js';
import { activity, apiCall, batch, failure, request } from '../batch.js';
import { NONE, openWrittenStore, type WrittenStore } from '../written-store.js';

let store: WrittenStore;
beforeAll(async () => {
  store = await openWrittenStore();
});
afterAll(() => store.close());
beforeEach(() => store.empty());

const quarantine = () =>
  store.sql(`SELECT app, environment, instance, kind, reason, occurrences::int, example
    FROM monitoring.quarantine ORDER BY kind, reason`);

function nested(depth: number): object {
  let value: object = {};
  for (let level = 0; level < depth; level++) value = { a: value };
  return value;
}
const cyclic: Record<string, unknown> = {};
cyclic['self'] = [cyclic];

const CLEANED: [string, Partial<Batch>][] = [
  ['NUL', { metrics: [request({ userId: 'a\0b', metadata: { 'k\0': 'v\0' } })] }],
  ['a lone surrogate', { metrics: [request({ endpoint: '/\ud800', metadata: { '\udc00': '\ud800' } })] }],
  ['an overflowing integer', { metrics: [request({ statusCode: 2 ** 40 })] }],
  [
    'keys of 64 kB',
    { metrics: [request({ metadata: { ['k'.repeat(65_536)]: 1, [`${'k'.repeat(65_536)}2`]: 2 } })] },
  ],
  ['JSON that is 100,000 levels deep', { metrics: [request({ metadata: nested(100_000) as never })] }],
  ['a cycle', { metrics: [request({ metadata: cyclic as never })] }],
  [
    'a name of 64 kB',
    { metrics: [request({ metricType: 'm'.repeat(65_536), endpoint: '/'.repeat(65_536) })] },
  ],
];

const REFUSED: [string, Partial<Batch>, string, string][] = [
  ['a time that overflows', { metrics: [request({ timestamp: 1e300 })] }, 'metrics', 'timestamp: no time'],
  [
    'the year 9999',
    { metrics: [request({ timestamp: 253_402_300_799_999 })] },
    'metrics',
    'timestamp: more than',
  ],
  ['no number', { metrics: [request({ value: Number.NaN })] }, 'metrics', 'value: missing'],
  ['no message', { errors: [failure({ message: null as never })] }, 'errors', 'message: missing'],
  ['no API', { apiCalls: [apiCall({ apiName: {} as never })] }, 'apiCalls', 'api_name: missing'],
  [
    'no type',
    { activities: [activity({ activityType: null as never })] },
    'activities',
    'activity_type: missing',
  ],
  ['nothing to read', { metrics: [null as never] }, 'metrics', 'the event cannot be read'],
];

const others = () => Array.from({ length: 499 }, (_, value) => request({ value }));
const among499 = (events: Partial<Batch>) =>
  batch({ ...events, metrics: [...others(), ...(events.metrics ?? [])] });

describe('a batch of 500', () => {
  it.each(CLEANED)('with %s is stored whole', async (_, events) => {
    const { stored, refusals } = await store.writer.write(among499(events));
    expect({ stored, refusals }).toEqual({ stored: { ...NONE, metrics: 500 }, refusals: [] });
    expect(await store.count('system_metric')).toBe(500);
    expect(await quarantine()).toEqual([]);
  });

  it.each(REFUSED)(
    'with %s is stored but for that, which is quarantined',
    async (_, events, kind, reason) => {
      const { stored, refusals } = await store.writer.write(among499(events));
      expect(stored).toEqual({ ...NONE, metrics: 499 });
      expect(await store.count('system_metric')).toBe(499);
      const expected = { kind, reason: expect.stringContaining(reason) };
      expect(refusals).toMatchObject([{ ...expected, count: 1 }]);
      expect(await quarantine()).toMatchObject([
        { app: 'research-api', environment: 'production', instance: 'one', ...expected, occurrences: 1 },
      ]);
    },
  );
});

describe('the quarantine', () => {
  it('counts by reason, and keeps the last example', async () => {
    await store.writer.write(batch({ metrics: [request({ value: NaN }), request({ value: NaN })] }));
    await store.writer.write(batch({ metrics: [request({ value: NaN, endpoint: '/last' })] }));
    const [row, ...rest] = await quarantine();
    expect(rest).toEqual([]);
    expect(row).toMatchObject({
      occurrences: 3,
      example: { endpoint: '/last', metricType: 'response_time' },
    });
  });

  it('counts a batch once, however often it is sent', async () => {
    const sent = batch({ metrics: [request({ value: Number.NaN })] });
    await store.writer.write(sent);
    expect(await store.writer.write(sent)).toMatchObject({ replayed: true, refusals: [] });
    expect(await quarantine()).toMatchObject([{ occurrences: 1 }]);
  });

  it('tells what PostgreSQL alone has against a row, without its values', async () => {
    await store.sql('ALTER TABLE monitoring.system_metric ADD CONSTRAINT poison CHECK (value <> 666)');
    try {
      await store.writer.write(batch({ metrics: [request(), request({ value: 666 })] }));
    } finally {
      await store.sql('ALTER TABLE monitoring.system_metric DROP CONSTRAINT poison');
    }
    expect(await quarantine()).toMatchObject([
      { reason: 'refused by PostgreSQL, SQLSTATE 23514, at poison', example: { value: 666 } },
    ]);
  });

  it('keeps as an example what came, without the id and the group that the writer gave it', async () => {
    const timestamp = 253_402_300_799_999;
    await store.writer.write(batch({ metrics: [request({ timestamp })], errors: [failure({ timestamp })] }));
    const [error, metric] = await quarantine();
    expect(error?.['example']).toMatchObject({ timestamp, error_type: 'NotFoundError' });
    expect(metric?.['example']).toMatchObject({ timestamp, metric_type: 'response_time' });
    for (const row of [error, metric])
      for (const own of ['id', 'grouping']) expect(row?.['example']).not.toHaveProperty(own);
  });

  it('keeps nothing from being stored where it is missing itself', async () => {
    await store.sql('ALTER TABLE monitoring.quarantine RENAME TO gone');
    try {
      const { stored, refused } = await store.writer.write(
        batch({ metrics: [request(), request({ value: Number.NaN })] }),
      );
      expect({ stored: stored.metrics, refused: refused.metrics }).toEqual({ stored: 1, refused: 1 });
    } finally {
      await store.sql('ALTER TABLE monitoring.gone RENAME TO quarantine');
    }
  });

  it('forgets what has not come again for as long as rows are kept', async () => {
    await store.writer.write(batch({ metrics: [request({ value: Number.NaN })] }));
    await maintainPartitions(store.db, { retentionDays: 30, now: new Date(Date.now() + 29 * 86_400_000) });
    expect(await quarantine()).toHaveLength(1);
    await maintainPartitions(store.db, { retentionDays: 30, now: new Date(Date.now() + 31 * 86_400_000) });
    expect(await quarantine()).toEqual([]);
  });
});
