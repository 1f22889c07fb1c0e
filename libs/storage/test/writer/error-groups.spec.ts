import { BatchWriter } from '../../src/writer/index.js';
import { batch, failure } from '../batch.js';
import { openWrittenStore, type WrittenStore } from '../written-store.js';

let store: WrittenStore;
beforeAll(async () => {
  store = await openWrittenStore();
});
afterAll(() => store.close());
beforeEach(() => store.empty());

const groups = () =>
  store.sql(`SELECT status, regressed, severity, occurrences::int, endpoint, title
    FROM monitoring.error_group ORDER BY title`);

describe('error groups', () => {
  it('gather occurrences that differ in data alone, for each app and environment', async () => {
    const start = Date.now() - 60_000;
    await store.writer.write(
      batch({
        errors: [
          failure({ timestamp: start + 2, severity: 'low', endpoint: '/b' }),
          failure({
            timestamp: start + 3,
            message: 'Paper 43 not found',
            severity: 'critical',
            endpoint: '/c',
          }),
          failure({ timestamp: start + 1, severity: 'medium', endpoint: '/a' }),
        ],
      }),
    );
    await store.writer.write(
      batch({ errors: [failure({ timestamp: start, endpoint: '/late', severity: 'low' })] }),
    );
    await store.writer.write(batch({ errors: [failure()] }, { environment: 'staging' }));
    const [production, staging] = await store.sql(
      'SELECT * FROM monitoring.error_group ORDER BY environment',
    );
    expect(production).toMatchObject({
      occurrences: '4',
      severity: 'critical',
      status: 'unresolved',
      regressed: false,
      endpoint: '/c',
      first_seen: new Date(start),
      last_seen: new Date(start + 3),
      normalized_message: 'Paper <number> not found',
      frames: ['find (app/src/papers.js)'],
    });
    expect(staging).toMatchObject({ occurrences: '1', fingerprint: production?.['fingerprint'] });
  });

  it.each([
    ['', 'QueryError'],
    [' \n\t ', 'QueryError'],
    ['\u202e\u200b\x1b\r\n', 'QueryError'],
    ['\u200f\n  Paper lost\nat once', 'Paper lost'],
    ['\u{1f4a5}', '\u{1f4a5}'],
  ])('whose message is %j are titled %j', async (message, title) => {
    await store.writer.write(batch({ errors: [failure({ message, errorType: 'QueryError' })] }));
    expect(await groups()).toMatchObject([{ title }]);
  });

  it('reopen when they recur after they were resolved', async () => {
    await store.writer.write(batch({ errors: [failure()] }));
    await store.sql(`UPDATE monitoring.error_group SET status = 'resolved'`);
    await store.writer.write(batch({ errors: [failure()] }));
    expect(await groups()).toMatchObject([{ status: 'unresolved', regressed: true, occurrences: 2 }]);
  });

  it('stay resolved when what arrives is older than what they have seen', async () => {
    const now = Date.now();
    await store.writer.write(batch({ errors: [failure({ timestamp: now })] }));
    await store.sql(`UPDATE monitoring.error_group SET status = 'resolved'`);
    await store.writer.write(batch({ errors: [failure({ timestamp: now - 1000 })] }));
    expect(await groups()).toMatchObject([{ status: 'resolved', regressed: false, occurrences: 2 }]);
  });

  it('stay ignored when they recur', async () => {
    await store.writer.write(batch({ errors: [failure()] }));
    await store.sql(`UPDATE monitoring.error_group SET status = 'ignored'`);
    await store.writer.write(batch({ errors: [failure()] }));
    expect(await groups()).toMatchObject([{ status: 'ignored', regressed: false, occurrences: 2 }]);
  });

  it('count exactly while several writers meet in them, in any order', async () => {
    const writers = Array.from({ length: 4 }, () => new BatchWriter({ url: store.url }));
    const types = Array.from({ length: 30 }, (_, index) => `Type${index}`);
    const errors = types.map((errorType) => failure({ errorType }));
    const sends = writers.flatMap((each, index) =>
      Array.from({ length: 10 }, () =>
        each.write(batch({ errors: index % 2 ? errors.toReversed() : errors })),
      ),
    );
    await Promise.all(sends);
    await Promise.all(writers.map((each) => each.close()));
    const stored = await store.sql('SELECT occurrences::int FROM monitoring.error_group');
    expect(stored).toEqual(Array(30).fill({ occurrences: 40 }));
    expect(await store.count('error_log')).toBe(1200);
  });
});
