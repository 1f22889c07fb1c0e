import type { Batch } from '@scitex/monitoring-contracts';
import {
  startFaultProxy,
  textOf,
  type Fate,
  type FaultProxy,
  type WireMessage,
} from '../../src/testing/index.js';
import { BatchWriter } from '../../src/writer/index.js';
import { activity, apiCall, batch, failure, request } from '../batch.js';
import { openWrittenStore, type WrittenStore } from '../written-store.js';

const TABLES = ['system_metric', 'error_log', 'api_usage_metric', 'user_activity', 'batch'];

const mixed = () =>
  batch({
    metrics: [request(), request()],
    errors: [failure(), failure({ message: 'The index is gone' })],
    apiCalls: [apiCall()],
    activities: [activity()],
  });

/** The place of every message in a transaction, from its beginning on. */
function places(decide: (message: WireMessage, place: number) => Fate) {
  let next = -1;
  return (message: WireMessage): Fate => {
    if (message.type === 'Q' && textOf(message).startsWith('BEGIN')) next = 0;
    return next < 0 ? 'pass' : decide(message, next++);
  };
}

describe('a batch whose connection is cut', () => {
  let store: WrittenStore;
  let proxy: FaultProxy;
  let writer: BatchWriter;
  beforeAll(async () => {
    store = await openWrittenStore();
    proxy = await startFaultProxy(store.url);
  });
  afterAll(async () => {
    proxy.close();
    await store.close();
  });
  beforeEach(() => begin());
  afterEach(async () => {
    proxy.mend();
    await writer.close();
  });

  /** A new writer each time, as one that was cut while it announced a batch announces none for a while. */
  const begin = async () => {
    await store.empty();
    writer = new BatchWriter({ url: proxy.url });
  };

  /** Rows by table, and what the groups have counted. */
  const books = async () => {
    const [groups] = await store.sql(
      'SELECT count(*)::int, sum(occurrences)::int FROM monitoring.error_group',
    );
    return [await Promise.all(TABLES.map((table) => store.count(table))), groups];
  };
  const ONCE = [[2, 2, 1, 1, 1], { count: 2, sum: 2 }];

  /** Sends it until it is stored, as the recorder does. */
  const sendUntilStored = async (sent: Batch) => {
    for (let attempt = 1; attempt < 5; attempt++) {
      const result = await writer.write(sent).catch(() => null);
      if (result) return { attempt, ...result };
    }
    throw new Error('The batch was not stored in four attempts.');
  };
  const countPlaces = async () => {
    let count = 0;
    proxy.intercept(places(() => (count++, 'pass')));
    await writer.write(mixed());
    proxy.mend();
    return count;
  };

  it('between its COMMIT and the answer is stored once, and known to be', async () => {
    const sent = mixed();
    let wasCommitted = false;
    proxy.intercept((message) => {
      const isAnswer = message.from === 'server' && message.type === 'C' && textOf(message) === 'COMMIT';
      if (!isAnswer || wasCommitted) return 'pass';
      wasCommitted = true;
      return 'cut before';
    });
    await expect(writer.write(sent)).rejects.toThrow('monitoring store');
    expect(wasCommitted).toBe(true);
    expect(await books()).toEqual(ONCE);
    expect(await writer.write(sent)).toMatchObject({
      replayed: true,
      stored: { metrics: 2, errors: 2, apiCalls: 1, activities: 1 },
    });
    expect(await books()).toEqual(ONCE);
  });

  it.each(['cut before', 'cut inside'] as const)(
    'is stored once, wherever it is %s a message',
    async (fate) => {
      const count = await countPlaces();
      expect(count).toBeGreaterThan(20);
      for (let place = 0; place < count; place++) {
        await writer.close();
        await begin();
        let isCut = false;
        proxy.intercept(
          places((_, at) => {
            if (isCut || at !== place) return 'pass';
            isCut = true;
            return fate;
          }),
        );
        const { stored } = await sendUntilStored(mixed());
        proxy.mend();
        expect({ place, isCut, stored }).toEqual({
          place,
          isCut: true,
          stored: { metrics: 2, errors: 2, apiCalls: 1, activities: 1 },
        });
        expect([place, ...(await books())]).toEqual([place, ...ONCE]);
      }
    },
    // It opens a connection for each of some fifty messages.
    120_000,
  );
});

describe('a batch whose connection vanishes', () => {
  let store: WrittenStore;
  let proxy: FaultProxy;
  beforeAll(async () => {
    store = await openWrittenStore();
    proxy = await startFaultProxy(store.url);
  });
  afterAll(async () => {
    proxy.close();
    await store.close();
  });

  it('in the middle holds no lock for long: neither side waits more than 5 s for what the network may take', async () => {
    const writer = new BatchWriter({ url: proxy.url, statementTimeoutMs: 500, poolSize: 1 });
    const sent = batch({ metrics: [request()], errors: [failure()] });
    let hasVanished = false;
    proxy.intercept((message) => {
      const isClaimed = message.from === 'server' && message.type === 'C' && textOf(message) === 'INSERT 0 1';
      if (!isClaimed || hasVanished) return 'pass';
      hasVanished = true;
      return 'vanish';
    });
    await expect(writer.write(sent)).rejects.toThrow('monitoring store');
    // Waits for the lock, which may be held for the rest of those 5 s.
    const stored = await writer.write(sent).catch(() => writer.write(sent));
    expect(stored).toMatchObject({ replayed: false, stored: { metrics: 1, errors: 1 } });
    expect(await store.count('error_log')).toBe(1);
    await writer.close();
  });
});
