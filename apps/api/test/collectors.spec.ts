import { randomUUID } from 'node:crypto';
import {
  collectorsSchema,
  type Batch,
  type CollectorReport,
  type MetricEvent,
} from '@scitex/monitoring-contracts';
import { BatchWriter } from '@scitex/monitoring-storage';
import { startTestApp, type TestApp } from './support/test-app.js';

const NOTHING = { captured: 0, stored: 0, buffered: 0, spooled: 0, dropped: {} };

let server: TestApp;
let writer: BatchWriter;
beforeAll(async () => {
  server = await startTestApp();
  writer = new BatchWriter({ url: server.store.url });
});
beforeEach(() =>
  server.store.dataSource.query('DELETE FROM monitoring.collector; DELETE FROM monitoring.quarantine'),
);
afterAll(async () => {
  await writer.close();
  await server.close();
});

function report(instance: string, changes: Partial<CollectorReport> = {}): CollectorReport {
  return {
    id: randomUUID(),
    source: { app: 'research-api', environment: 'production', release: '1.0.0', instance },
    ...{ uptime: 60_000, ended: false, ...NOTHING },
    kinds: { metrics: NOTHING, errors: NOTHING, apiCalls: NOTHING, activities: NOTHING },
    cost: { captureMicros: null, batches: 0, storeMs: null, bufferBytes: 0, spoolBytes: 0 },
    ...{ mode: 'full', modeAge: null, eventLoopDelayP99: null },
    ...changes,
  };
}

/** A batch of one metric, in which nothing is measured. */
function refusal(app: string, changes: Partial<MetricEvent> = {}): Batch {
  const nowhere = { endpoint: null, method: null, statusCode: null, userId: null, traceId: null };
  return {
    id: randomUUID(),
    source: { app, environment: 'production', release: null, instance: 'one' },
    metrics: [
      {
        ...{ timestamp: Date.now(), metricType: 'queue_length', value: Number.NaN, ...nowhere },
        ...{ metadata: {}, ...changes },
      },
    ],
    ...{ errors: [], apiCalls: [], activities: [] },
  };
}

async function read(query = '') {
  const answer = await server.get(`collectors${query}`);
  expect(answer.status).toBe(200);
  return collectorsSchema.strict().parse(await answer.json());
}

it('tells what every process last said of itself, to the event', async () => {
  const metrics = { captured: 9, stored: 5, buffered: 2, spooled: 1, dropped: { refused: 1 } };
  const cost = { captureMicros: 6.5, batches: 3, storeMs: 4.25, bufferBytes: 900, spoolBytes: 120 };
  const { id, ...said } = report('one', {
    ...{ ...metrics, kinds: { ...report('one').kinds, metrics }, cost },
    ...{ mode: 'sampled', modeAge: 20_000, eventLoopDelayP99: 71.5 },
  });
  await writer.report({ id, ...said });
  const { items } = await read();
  expect(items).toEqual([
    {
      ...{ id, ...said.source, state: 'reporting', ...metrics, balance: 0, kinds: said.kinds, cost },
      ...{ mode: 'sampled', eventLoopDelayP99: 71.5, modeSince: expect.any(String) },
      ...{ startedAt: expect.any(String), reportedAt: expect.any(String), droppedAt: expect.any(String) },
    },
  ]);
  const [item] = items;
  const since = (time: string | null | undefined) =>
    Date.parse(item?.reportedAt ?? '') - Date.parse(time ?? '');
  expect([since(item?.startedAt), since(item?.modeSince), since(item?.droppedAt)]).toEqual([
    60_000, 20_000, 0,
  ]);
});

it('sums up to what SQL does', async () => {
  await writer.report(report('one', { captured: 12, stored: 7, spooled: 3, dropped: { 'buffer-full': 2 } }));
  await writer.report(
    report('two', { captured: 5, buffered: 4, dropped: { 'buffer-full': 1 }, ended: true }),
  );
  const [sums] = await server.store.dataSource.query<Record<string, string>[]>(
    `SELECT count(*) AS instances, sum(captured) AS captured, sum(stored) AS stored, sum(buffered) AS buffered,
       sum(spooled) AS spooled, sum((dropped->>'buffer-full')::int) AS lost FROM monitoring.collector`,
  );
  const { totals } = await read();
  const { lost, ...counts } = Object.fromEntries(
    Object.entries(sums ?? {}).map(([name, sum]) => [name, Number(sum)]),
  );
  expect(totals).toMatchObject({ ...counts, dropped: { 'buffer-full': lost }, reporting: 1, stopped: 1 });
});

it('tells what the store refused, as its quarantine does', async () => {
  const metadata = { note: '<script>alert(1)</script>' };
  await writer.write(refusal('research-api', { weight: 4 }));
  await writer.write(refusal('research-api', { metadata }));
  const [row] = await server.store.dataSource.query<Record<string, unknown>[]>(
    `SELECT app, environment, kind, reason, occurrences::int AS count, first_seen, last_seen, example
     FROM monitoring.quarantine`,
  );
  const { first_seen, last_seen, example, ...told } = row ?? {};
  const { refusals } = await read();
  expect(refusals).toEqual([
    {
      ...{ ...told, count: 5, example: expect.any(String) },
      ...{ firstSeen: (first_seen as Date).toISOString(), lastSeen: (last_seen as Date).toISOString() },
    },
  ]);
  expect(JSON.parse(refusals[0]?.example ?? '')).toEqual(example);
  expect(example).toMatchObject({ metadata });
});

it('narrows what was refused to an app and an environment', async () => {
  await writer.write(refusal('research-api'));
  await writer.write(refusal('billing'));
  const appsOf = async (query: string) => (await read(query)).refusals.map(({ app }) => app);
  expect(await appsOf('?app=billing&environment=production')).toEqual(['billing']);
  expect(await appsOf('?environment=staging')).toEqual([]);
});

it('narrows to an app and an environment', async () => {
  await writer.report(report('one'));
  expect((await read('?app=research-api&environment=production')).totals.instances).toBe(1);
  expect((await read('?app=other')).items).toEqual([]);
  expect((await read('?environment=staging')).items).toEqual([]);
});

it.each([
  ['hours=0', 'hours'],
  ['app=', 'app'],
  ['instance=one', 'instance'],
])('refuses %s with the field that is wrong', async (query, field) => {
  const answer = await server.get(`collectors?${query}`);
  expect(answer.status).toBe(400);
  expect(JSON.stringify(await answer.json())).toContain(field);
});
