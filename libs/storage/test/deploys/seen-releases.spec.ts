import { randomUUID } from 'node:crypto';
import type { Batch, Source } from '@scitex/monitoring-contracts';
import { BatchWriter } from '../../src/index.js';
import { activity, apiCall, batch, failure, request } from '../batch.js';
import { openWrittenStore, type WrittenStore } from '../written-store.js';

const DAY = 86_400_000;
const NOW = Date.now();

let store: WrittenStore;
const writers: BatchWriter[] = [];
beforeAll(async () => {
  store = await openWrittenStore();
});
beforeEach(() => store.empty());
afterAll(async () => {
  await Promise.all(writers.map((writer) => writer.close()));
  await store.close();
});

/** As of another process, which knows of no release yet. */
function newWriter(): BatchWriter {
  const writer = new BatchWriter({ url: store.url });
  writers.push(writer);
  return writer;
}

const from = (timestamp: number, source: Partial<Source> = {}) =>
  batch({ metrics: [request({ timestamp })] }, source);
const deploys = () =>
  store.sql(`SELECT app, environment, release, source, timestamp FROM monitoring.deploy
    ORDER BY app, environment, release`);
const times = async () => (await deploys()).map(({ timestamp }) => (timestamp as Date).getTime());
const releases = async () => (await deploys()).map(({ release }) => release);

it('is recorded with the first batch, at the time of its earliest row, of whatever kind', async () => {
  const kinds: ((timestamp: number) => Batch)[] = [
    (timestamp) => batch({ metrics: [request({ timestamp: NOW }), request({ timestamp })] }),
    (timestamp) => batch({ metrics: [request({ timestamp: NOW })], errors: [failure({ timestamp })] }),
    (timestamp) => batch({ metrics: [request({ timestamp: NOW })], apiCalls: [apiCall({ timestamp })] }),
    (timestamp) => batch({ metrics: [request({ timestamp: NOW })], activities: [activity({ timestamp })] }),
  ];
  for (const [index, kind] of kinds.entries()) {
    await store.empty();
    await newWriter().write(kind(NOW - 1000 * (index + 1)));
    expect(await deploys()).toEqual([
      {
        ...{ app: 'research-api', environment: 'production', release: '1.0.0', source: 'seen' },
        timestamp: new Date(NOW - 1000 * (index + 1)),
      },
    ]);
  }
});

it('has an id that is ordered by its time', async () => {
  await newWriter().write(from(NOW));
  const [row] = await store.sql('SELECT id FROM monitoring.deploy');
  expect(String(row?.['id']).replace('-', '').slice(0, 12)).toBe(NOW.toString(16).padStart(12, '0'));
  expect(row?.['id']).toMatch(/^.{8}-.{4}-7/);
});

it.each([null, '', ' ', '\t'])('is nothing where the app names none (%j)', async (release) => {
  await newWriter().write(from(NOW, { release }));
  expect(await deploys()).toEqual([]);
});

it('is told apart by app and environment, however they are called', async () => {
  const writer = newWriter();
  const hostile = `'"],["\u202e${'é'.repeat(300)}`;
  for (const source of [{ app: 'a' }, { environment: 'b' }, { release: hostile }, {}])
    for (let time = 0; time < 2; time++) await writer.write(from(NOW, source));
  expect(await releases()).toHaveLength(4);
  expect(await releases()).toContain(hostile.slice(0, 256));
});

it('moves to an earlier time with late rows, and never to a later one', async () => {
  const writer = newWriter();
  await writer.write(from(NOW));
  await writer.write(from(NOW + 1000));
  expect(await times()).toEqual([NOW]);
  await writer.write(from(NOW - DAY));
  expect(await times()).toEqual([NOW - DAY]);
  await newWriter().write(from(NOW - 1000));
  expect(await times()).toEqual([NOW - DAY]);
});

it('is one, however many instances begin at once, and the earliest row of all counts', async () => {
  const offsets = Array.from({ length: 24 }, (_, index) => ((index * 7) % 24) * 1000);
  await Promise.all(
    Array.from({ length: 6 }, async (_, instance) => {
      const writer = newWriter();
      await Promise.all(
        offsets.slice(instance * 4, instance * 4 + 4).map((offset) => writer.write(from(NOW + offset))),
      );
    }),
  );
  expect(await times()).toEqual([NOW]);
});

it('is the same after a batch is sent again, by this process or another', async () => {
  const writer = newWriter();
  const first = from(NOW);
  await writer.write(first);
  await store.sql('DELETE FROM monitoring.deploy');
  await writer.write(first);
  await newWriter().write(first);
  expect(await deploys()).toEqual([]);
});

it('costs a known release nothing: no statement is sent for it', async () => {
  const writer = newWriter();
  await writer.write(from(NOW));
  await store.sql('DELETE FROM monitoring.deploy');
  await writer.write(from(NOW + 1));
  expect(await deploys()).toEqual([]);
});

it('is recorded by the next batch where the first was rolled back', async () => {
  const writer = newWriter();
  await store.sql('ALTER TABLE monitoring.deploy ADD CONSTRAINT closed CHECK (false) NOT VALID');
  await expect(writer.write(from(NOW))).rejects.toThrow();
  await store.sql('ALTER TABLE monitoring.deploy DROP CONSTRAINT closed');
  expect(await store.count('system_metric')).toBe(0);
  await writer.write(from(NOW + 5));
  expect(await times()).toEqual([NOW + 5]);
});

it('counts the rows that could be stored, and no others', async () => {
  const far = NOW - 500 * DAY;
  await newWriter().write(
    batch({
      metrics: [request({ timestamp: far }), request({ timestamp: NOW })],
      errors: [failure({ timestamp: NOW - 1 })],
    }),
  );
  expect(await times()).toEqual([NOW - 1]);
});

it('is one of a hundred new ones of an app within a day: more are left out', async () => {
  const writer = newWriter();
  for (let number = 0; number < 105; number++) await writer.write(from(NOW, { release: randomUUID() }));
  expect(await releases()).toHaveLength(100);
  await writer.write(from(NOW, { release: 'another', app: 'another' }));
  await writer.write(from(NOW - 2 * DAY, { release: 'earlier' }));
  expect(await releases()).toEqual(expect.arrayContaining(['another', 'earlier']));
});
