import { batch, failure, request } from '../batch.js';
import { NONE, openWrittenStore, type WrittenStore } from '../written-store.js';

let store: WrittenStore;
beforeAll(async () => {
  store = await openWrittenStore();
});
afterAll(() => store.close());
beforeEach(() => store.empty());

/** Of every width that UTF-8 has, and of another length each. */
const spell = (index: number) => `${index}:${'aé\u20ac\u{1f600}"\\\n\t'.repeat(index % 97)}`;

describe('a batch of more than one chunk', () => {
  it('is stored as it was sent', async () => {
    const start = Date.now() - 2000;
    const sent = Array.from({ length: 2000 }, (_, index) =>
      request({
        timestamp: start + index,
        metricType: 'temperature',
        endpoint: null,
        userId: index % 3 === 0 ? null : spell(index % 20),
        value: (index - 1000) / 7,
        statusCode: index % 2 === 0 ? null : 100 + (index % 500),
        metadata: { text: spell(index), nested: [{ index }] },
      }),
    );
    expect((await store.writer.write(batch({ metrics: sent }))).stored.metrics).toBe(2000);
    const rows = await store.sql(`SELECT timestamp, endpoint, user_id, value, status_code, metadata
      FROM monitoring.system_metric ORDER BY timestamp`);
    expect(rows).toEqual(
      sent.map(({ timestamp, endpoint, userId, value, statusCode, metadata }) => ({
        timestamp: new Date(timestamp),
        endpoint,
        user_id: userId,
        value,
        status_code: statusCode,
        metadata,
      })),
    );
  });

  it.each([
    ['first', 0],
    ['last', 1999],
  ])('is stored but for a row that PostgreSQL refuses, the %s too', async (_, poisoned) => {
    await store.sql('ALTER TABLE monitoring.system_metric ADD CONSTRAINT poison CHECK (value <> 666)');
    try {
      const metrics = Array.from({ length: 2000 }, (_, index) =>
        request({ value: index === poisoned ? 666 : index / 7, metadata: { text: 'x'.repeat(500) } }),
      );
      const result = await store.writer.write(batch({ metrics, errors: [failure()] }));
      expect(result.stored).toEqual({ ...NONE, metrics: 1999, errors: 1 });
      expect(result.refused).toEqual({ ...NONE, metrics: 1 });
      expect(await store.count('system_metric')).toBe(1999);
    } finally {
      await store.sql('ALTER TABLE monitoring.system_metric DROP CONSTRAINT poison');
    }
  });
});
