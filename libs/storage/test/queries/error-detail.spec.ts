import { randomUUID } from 'node:crypto';
import type { Occurrence } from '@scitex/monitoring-contracts';
import { InvalidCursorError, listOccurrences, readErrorGroup } from '../../src/queries/index.js';
import { batch, failure } from '../batch.js';
import { openWrittenStore, type WrittenStore } from '../written-store.js';

const to = new Date(Math.floor(Date.now() / 1000) * 1000);
const from = new Date(to.getTime() - 3_600_000);
const scope = { from, to };
const errors = Array.from({ length: 23 }, (_, index) =>
  failure({
    timestamp: from.getTime() + Math.floor(index / 3) * 1000,
    message: `Paper ${index} not found`,
    userId: `user-${index % 5}`,
    metadata: { index },
  }),
);

let store: WrittenStore;
let groupId: string;
beforeAll(async () => {
  store = await openWrittenStore();
  await store.writer.write(batch({ errors: [...errors, failure({ errorType: 'Other' })] }));
  const [group] = await store.sql(`SELECT id FROM monitoring.error_group WHERE error_type = 'NotFoundError'`);
  groupId = String(group?.['id']);
});
afterAll(() => store.close());

describe('readErrorGroup', () => {
  it('shows the whole life of a group, why it groups, and its newest occurrence', async () => {
    const detail = await readErrorGroup(store.db, groupId);
    expect(detail).toEqual({
      id: groupId,
      errorType: 'NotFoundError',
      title: expect.stringMatching(/^Paper \d+ not found$/),
      severity: 'high',
      status: 'unresolved',
      endpoint: '/papers/:id',
      app: 'research-api',
      environment: 'production',
      count: 23,
      userCount: 5,
      firstSeen: from.toISOString(),
      lastSeen: new Date(from.getTime() + 7000).toISOString(),
      assignee: null,
      regressed: false,
      trend: expect.any(Array),
      grouping: {
        fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
        errorType: 'NotFoundError',
        normalizedMessage: 'Paper <number> not found',
        frames: ['find (app/src/papers.js)'],
      },
      latest: expect.objectContaining({ timestamp: new Date(from.getTime() + 7000).toISOString() }),
    });
    expect(detail?.trend).toHaveLength(12);
    expect(detail?.trend.reduce((sum, count) => sum + count, 0)).toBe(23);
  });

  it('knows when there is no such group', async () => {
    expect(await readErrorGroup(store.db, randomUUID())).toBeNull();
  });

  it('remembers a group whose occurrences are gone', async () => {
    await store.writer.write(batch({ errors: [failure({ errorType: 'Forgotten' })] }));
    await store.sql(`DELETE FROM monitoring.error_log WHERE error_type = 'Forgotten'`);
    const [group] = await store.sql(`SELECT id FROM monitoring.error_group WHERE error_type = 'Forgotten'`);
    const detail = await readErrorGroup(store.db, String(group?.['id']));
    expect(detail).toMatchObject({ count: 1, userCount: 0, latest: null, trend: Array(12).fill(0) });
  });
});

describe('listOccurrences', () => {
  const page = (cursor?: string, pageSize = 4) =>
    listOccurrences(store.db, groupId, scope, { pageSize, cursor });

  it('pages through all occurrences, newest first, each once', async () => {
    const seen: Occurrence[] = [];
    let cursor: string | undefined;
    do {
      const { items, total, nextCursor } = await page(cursor);
      expect(total).toBe(23);
      seen.push(...items);
      cursor = nextCursor ?? undefined;
    } while (cursor);
    expect(new Set(seen.map(({ message }) => message)).size).toBe(23);
    const order = seen.map(({ timestamp, id }) => `${timestamp} ${id}`);
    expect(order).toEqual(order.toSorted().reverse());
  });

  it('tells all of an occurrence', async () => {
    const { items } = await page(undefined, 200);
    const event = errors[22];
    expect(items.find(({ message }) => message === event?.message)).toEqual({
      id: expect.any(String),
      timestamp: new Date(event?.timestamp ?? 0).toISOString(),
      app: 'research-api',
      environment: 'production',
      release: '1.0.0',
      instance: 'one',
      severity: 'high',
      errorType: 'NotFoundError',
      message: event?.message,
      stackTrace: event?.stackTrace,
      endpoint: '/papers/:id',
      method: 'GET',
      userId: event?.userId,
      userAgent: null,
      ipAddress: null,
      traceId: null,
      metadata: { index: 22 },
      weight: 1,
    });
  });

  it('says how many occurrences a row stands for, which the total of the rows leaves out', async () => {
    const merged = failure({ errorType: 'Merged', timestamp: from.getTime(), weight: 7 });
    await store.writer.write(batch({ errors: [merged, { ...merged, weight: 1 }] }));
    const [group] = await store.sql(`SELECT id FROM monitoring.error_group WHERE error_type = 'Merged'`);
    const id = String(group?.['id']);
    const { items, total } = await listOccurrences(store.db, id, scope, { pageSize: 50 });
    expect([total, items.map(({ weight }) => weight).toSorted()]).toEqual([2, [1, 7]]);
    expect(await readErrorGroup(store.db, id)).toMatchObject({ count: 8 });
  });

  it('keeps to the scope', async () => {
    const early = { from, to: new Date(from.getTime() + 1000) };
    expect(await listOccurrences(store.db, groupId, early, { pageSize: 50 })).toMatchObject({
      total: 3,
      nextCursor: null,
    });
    expect(await listOccurrences(store.db, randomUUID(), scope, { pageSize: 50 })).toMatchObject({
      total: 0,
      items: [],
    });
  });

  it('refuses a cursor that is not its own', async () => {
    await expect(page('x')).rejects.toThrow(InvalidCursorError);
  });
});
