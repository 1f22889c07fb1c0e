import { EVENT_KINDS, type EventKind } from '@scitex/monitoring-contracts';
import { createTestStore, randomNumbers, type TestStore } from '@scitex/monitoring-storage/testing';
import { once, EventEmitter } from 'node:events';
import { OverloadWatch } from '../src/recording/overload/overload-watch.js';
import { Recorder } from '../src/recording/recorder.js';
import { PostgresTransport } from '../src/transport/postgres-transport.js';
import { randomEvent } from './app/random-events.js';

const LIMIT = 100;
const BURSTS = 80;

/** What staff may count, and by what: columns, and the fields of an event that are stored in them. */
const FIGURES: Record<EventKind, { readonly table: string; readonly by: Readonly<Record<string, string>> }> =
  {
    metrics: {
      table: 'system_metric',
      by: { metric_type: 'metricType', endpoint: 'endpoint', method: 'method', status_code: 'statusCode' },
    },
    errors: {
      table: 'error_log',
      by: { error_type: 'errorType', severity: 'severity', endpoint: 'endpoint', user_id: 'userId' },
    },
    apiCalls: {
      table: 'api_usage_metric',
      by: { api_name: 'apiName', endpoint: 'endpoint', status_code: 'statusCode', success: 'success' },
    },
    activities: {
      table: 'user_activity',
      by: { activity_type: 'activityType', user_id: 'userId', session_id: 'sessionId', success: 'success' },
    },
  };

/** The books of whoever made the events. */
class Books {
  private readonly counts = new Map<EventKind, Map<string, number>>();

  add(kind: EventKind, event: object): void {
    const fields = Object.values(FIGURES[kind].by);
    const key = JSON.stringify(fields.map((field) => (event as Record<string, unknown>)[field]));
    const counts = this.of(kind);
    counts.set(key, (counts.get(key) ?? 0) + 1);
    this.counts.set(kind, counts);
  }

  of(kind: EventKind): Map<string, number> {
    return this.counts.get(kind) ?? new Map<string, number>();
  }
}

async function storedCounts({ dataSource }: TestStore, kind: EventKind, app: string) {
  const columns = Object.keys(FIGURES[kind].by).join(', ');
  const rows: { key: unknown[]; count: number }[] = await dataSource.query(
    `SELECT json_build_array(${columns}) AS key, sum(weight)::int AS count
     FROM monitoring.${FIGURES[kind].table} WHERE app = $1 GROUP BY ${columns}`,
    [app],
  );
  return new Map(rows.map(({ key, count }) => [JSON.stringify(key), count]));
}

const storedGroups = ({ dataSource }: TestStore, app: string): Promise<unknown[]> =>
  dataSource.query(
    `SELECT fingerprint, error_type, severity, normalized_message, frames, occurrences::int
     FROM monitoring.error_group WHERE app = $1 ORDER BY fingerprint`,
    [app],
  );

const rowsIn = async ({ dataSource }: TestStore, app: string): Promise<number> => {
  const [{ count }] = await dataSource.query(
    `SELECT count(*)::int FROM monitoring.system_metric WHERE app = $1`,
    [app],
  );
  return count as number;
};

function startRecorder(url: string, app: string, overload: OverloadWatch | null): Recorder {
  const options = {
    source: { app, environment: 'test', release: null, instance: 'i' },
    sampling: { metrics: 1, errors: 1, apiCalls: 1, activities: 1 },
    maxEvents: 50_000,
    maxBytes: 32 * 1024 * 1024,
    batchSize: 500,
    flushIntervalMs: 5,
  };
  const transport = new PostgresTransport({ url, applicationName: 'spec' });
  return new Recorder(transport, options, null, overload);
}

function expectBalance(recorder: Recorder): void {
  const { captured, stored, buffered, spooled, dropped } = recorder.stats();
  const lost = Object.values(dropped).reduce((sum, count) => sum + count, 0);
  expect(captured).toBe(stored + buffered + spooled + lost);
}

describe('what is recorded while a host goes in and out of overload', () => {
  const ticks = new EventEmitter();
  let delay = 0;
  let store: TestStore;
  let plain: TestStore;
  beforeAll(async () => {
    [store, plain] = await Promise.all([createTestStore(), createTestStore()]);
  });
  afterAll(() => Promise.all([store.drop(), plain.drop()]));

  const read = () => {
    ticks.emit('tick');
    return delay;
  };
  /** A third of the time over the limit, a third in and out of it, a third calm. */
  const delayOf = (burst: number, random: number) =>
    burst < BURSTS / 3 || (burst < (2 * BURSTS) / 3 && random < 0.7) ? 2 * LIMIT : 0;

  it.each([1, 2, 3, 4])('has exact counts, and the groups that it would have had (%i)', async (seed) => {
    const random = randomNumbers(seed);
    const app = `app-${seed}`;
    const recorder = startRecorder(store.url, app, new OverloadWatch(LIMIT, { read, stop: () => undefined }));
    const full = startRecorder(plain.url, app, null);
    const books = new Books();
    const modes = new Set<string>();
    for (let burst = 0; burst < BURSTS; burst++) {
      delay = delayOf(burst, random());
      for (let left = Math.floor(random() * 300); left > 0; left--) {
        const { kind, event } = randomEvent(random);
        books.add(kind, event);
        recorder.record(kind, event);
        full.record(kind, event);
      }
      expectBalance(recorder);
      modes.add(recorder.stats().overload.mode);
      await once(ticks, 'tick');
    }
    expect([await recorder.flush(30_000), await full.flush(30_000)]).toEqual([true, true]);
    expectBalance(recorder);
    expect([...modes].sort()).toEqual(['full', 'reduced', 'sampled']);
    const { captured } = full.stats();
    expect(recorder.stats()).toMatchObject({ captured, stored: captured, buffered: 0, dropped: {} });
    for (const kind of EVENT_KINDS) expect(await storedCounts(store, kind, app)).toEqual(books.of(kind));
    expect(await storedGroups(store, app)).toEqual(await storedGroups(plain, app));
    expect(await rowsIn(store, app)).toBeLessThan(await rowsIn(plain, app));
    await Promise.all([recorder.close(1_000), full.close(1_000)]);
  });
});
