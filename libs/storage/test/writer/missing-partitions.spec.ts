import { randomUUID } from 'node:crypto';
import { BatchWriter } from '../../src/writer/index.js';
import { batch, failure, request } from '../batch.js';
import { NONE, openWrittenStore, type WrittenStore } from '../written-store.js';

let store: WrittenStore;
beforeAll(async () => {
  store = await openWrittenStore();
});
afterAll(() => store.close());
beforeEach(() => store.empty());

describe('a day without partitions', () => {
  const day = 86_400_000;

  it('gets them when its first event arrives', async () => {
    const timestamp = Date.now() - 40 * day;
    const result = await store.writer.write(batch({ metrics: [request({ timestamp }), request()] }));
    expect(result).toMatchObject({ stored: { metrics: 2 }, refused: NONE });
    expect(
      await store.sql('SELECT timestamp FROM monitoring.system_metric ORDER BY timestamp LIMIT 1'),
    ).toEqual([{ timestamp: new Date(timestamp) }]);
  });

  it('gets them once when several writers need them at the same time', async () => {
    const writers = Array.from({ length: 6 }, () => new BatchWriter({ url: store.url, poolSize: 1 }));
    const metrics = [request({ timestamp: Date.now() - 50 * day })];
    const results = await Promise.all(writers.map((each) => each.write(batch({ metrics }))));
    await Promise.all(writers.map((each) => each.close()));
    expect(results.map(({ stored }) => stored.metrics)).toEqual(Array(6).fill(1));
  });

  it.each([
    ['long ago', -401],
    ['far ahead', 5],
    ['in 1970', -18_000],
  ])('is refused %s, without the rows around it', async (_, days) => {
    const far = Date.now() + days * day;
    const before = await store.sql(`SELECT relname FROM pg_class WHERE relname LIKE 'system_metric_2%'`);
    const result = await store.writer.write(
      batch({
        metrics: [request({ timestamp: Math.max(0, far) }), request()],
        errors: [failure({ timestamp: far })],
      }),
    );
    expect(result.stored).toEqual({ ...NONE, metrics: 1 });
    expect(result.refused.metrics).toBe(1);
    expect(result.refused.errors).toBe(1);
    expect(
      await store.sql(`SELECT relname FROM pg_class WHERE relname LIKE 'system_metric_2%'`),
    ).toHaveLength(before.length);
  });

  it('gets them through an account that may write, but not make tables', async () => {
    const role = `writer_${randomUUID().replaceAll('-', '')}`;
    await store.sql(`CREATE ROLE ${role} LOGIN PASSWORD 'secret'`);
    await store.sql(`GRANT USAGE ON SCHEMA monitoring TO ${role}`);
    await store.sql(`GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA monitoring TO ${role}`);
    const url = Object.assign(new URL(store.url), { username: role, password: 'secret' }).href;
    const writer = new BatchWriter({ url });
    const timestamp = Date.now() - 90 * day;
    const result = await writer.write(
      batch({ metrics: [request({ timestamp })], errors: [failure({ timestamp })] }),
    );
    await writer.close();
    await store.sql(`DROP OWNED BY ${role}`);
    await store.sql(`DROP ROLE ${role}`);
    expect(result.stored).toEqual({ ...NONE, metrics: 1, errors: 1 });
  });
});
