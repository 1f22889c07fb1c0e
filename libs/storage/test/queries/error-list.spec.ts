import { randomUUID } from 'node:crypto';
import type { ErrorEvent, ErrorList } from '@scitex/monitoring-contracts';
import { InvalidCursorError, listErrorGroups, type ErrorFilter } from '../../src/queries/index.js';
import { batch, failure } from '../batch.js';
import { openWrittenStore, type WrittenStore } from '../written-store.js';
import { mostFrequent, pick, randomNumbers } from './reference.js';

const HOUR = 3_600_000;
const to = new Date(Math.floor(Date.now() / 1000) * 1000);
const from = new Date(to.getTime() - HOUR);
const random = randomNumbers(4);
const assignee = { id: randomUUID(), name: 'Grace' };

const errors: ErrorEvent[] = Array.from({ length: 200 }, () => {
  const kind = Math.floor(random() ** 2 * 25);
  return failure({
    timestamp: from.getTime() + Math.floor(random() * 60) * 60_000,
    errorType: `Type${String.fromCharCode(97 + kind)}`,
    message: `100%_sure ${kind === 3 ? 'needle' : 'hay'} of item ${Math.floor(random() * 1e6)}`,
    severity: pick(['low', 'medium', 'high', 'critical'], random()),
    userId: random() < 0.3 ? null : `user-${Math.floor(random() * 6)}`,
    endpoint: pick(['/a', '/b'], random()),
  });
});
const outside = [
  failure({
    timestamp: from.getTime() - 1,
    errorType: 'Typea',
    message: '100%_sure hay of item 1',
    userId: 'early',
  }),
  failure({ timestamp: to.getTime(), errorType: 'TypeLate' }),
];
const byType = mostFrequent(errors, ({ errorType }) => errorType);

const FILTER: ErrorFilter = { sort: 'lastSeen', order: 'desc', pageSize: 200 };
let store: WrittenStore;
beforeAll(async () => {
  store = await openWrittenStore();
  await store.writer.write(batch({ errors: [...errors, ...outside] }));
  await store.sql(
    `UPDATE monitoring.error_group SET status = 'resolved', regressed = true WHERE error_type = 'Typeb'`,
  );
  await store.sql(
    `INSERT INTO monitoring.staff_account (id, email, name, role, password_hash) VALUES ($1, 'g@x.org', $2, 'staff', '')`,
    [assignee.id, assignee.name],
  );
  await store.sql(`UPDATE monitoring.error_group SET assignee_id = $1 WHERE error_type = 'Typec'`, [
    assignee.id,
  ]);
});
afterAll(() => store.close());

const list = (filter: Partial<ErrorFilter> = {}, scope: object = {}): Promise<ErrorList> =>
  listErrorGroups(store.db, { from, to, ...scope }, { ...FILTER, ...filter });
const types = ({ items }: ErrorList) => items.map(({ errorType }) => errorType).sort();
const typesOf = (events: readonly ErrorEvent[]) =>
  [...new Set(events.map(({ errorType }) => errorType))].sort();

describe('listErrorGroups', () => {
  it('counts what happened in the range, for every group with an occurrence in it', async () => {
    const { items, total, nextCursor } = await list();
    expect(total).toBe(byType.length);
    expect(nextCursor).toBeNull();
    for (const [errorType, events] of byType) {
      const times = events.map(({ timestamp }) => timestamp);
      const first = errorType === 'Typea' ? from.getTime() - 1 : Math.min(...times);
      const trend = Array<number>(12).fill(0);
      for (const time of times) trend[Math.floor((12 * (time - from.getTime())) / HOUR)]! += 1;
      expect(items.find((item) => item.errorType === errorType)).toEqual({
        id: expect.any(String),
        errorType,
        title: expect.stringMatching(/^100%_sure/),
        severity: expect.any(String),
        status: errorType === 'Typeb' ? 'resolved' : 'unresolved',
        endpoint: expect.any(String),
        app: 'research-api',
        environment: 'production',
        count: events.length,
        userCount: new Set(events.map(({ userId }) => userId).filter((id) => id !== null)).size,
        firstSeen: new Date(first).toISOString(),
        lastSeen: new Date(Math.max(...times)).toISOString(),
        assignee: errorType === 'Typec' ? assignee : null,
        regressed: errorType === 'Typeb',
        trend,
      });
    }
  });

  it.each([
    ['an app', { app: 'other-api' }, []],
    ['an endpoint', { endpoint: '/a' }, typesOf(errors.filter(({ endpoint }) => endpoint === '/a'))],
    ['a method', { method: 'POST' }, []],
  ])('narrows to %s', async (_, scope, expected) => expect(types(await list({}, scope))).toEqual(expected));

  it.each<[string, Partial<ErrorFilter>, string[]]>([
    ['a status', { status: 'resolved' }, ['Typeb']],
    ['a type', { errorType: 'Typed' }, ['Typed']],
    ['an assignee', { assignee: assignee.id }, ['Typec']],
    ['a user', { userId: 'user-3' }, typesOf(errors.filter(({ userId }) => userId === 'user-3'))],
    ['a text in the type', { q: 'TYPEE' }, ['Typee']],
    [
      'a text in any message',
      { q: `Item ${errors[7]?.message.split('item ')[1]}` },
      [String(errors[7]?.errorType)],
    ],
    ['a per cent sign', { q: '0%_s' }, typesOf(errors)],
    ['no wildcard', { q: '1%sure' }, []],
    ['no single-character wildcard', { q: '100__sure' }, []],
    ['no escape', { q: '\\' }, []],
    ['no NUL', { q: '\0TypeE', errorType: 'Typee\0', userId: '\0' }, []],
    ['no SQL', { q: `') OR true --`, errorType: `' OR true --` }, []],
  ])('finds %s', async (_, filter, expected) => expect(types(await list(filter))).toEqual(expected));

  it('finds a severity', async () => {
    const all = await list();
    const critical = all.items.filter(({ severity }) => severity === 'critical');
    expect((await list({ severity: 'critical' })).items).toEqual(critical);
  });

  it.each(['lastSeen', 'firstSeen', 'count', 'userCount', 'severity'] as const)(
    'pages through all groups by %s, in both directions, each once',
    async (sort) => {
      for (const order of ['asc', 'desc'] as const) {
        const whole = await list({ sort, order });
        const paged: ErrorList['items'] = [];
        let cursor: string | undefined;
        do {
          const page: ErrorList = await list({ sort, order, pageSize: 4, ...(cursor && { cursor }) });
          expect(page.total).toBe(whole.total);
          paged.push(...page.items);
          cursor = page.nextCursor ?? undefined;
        } while (cursor);
        expect(paged).toEqual(whole.items);
        expect(new Set(paged.map(({ id }) => id)).size).toBe(byType.length);
      }
    },
  );

  it('sorts', async () => {
    const counts = (await list({ sort: 'count', order: 'desc' })).items.map(({ count }) => count);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    const seen = (await list({ sort: 'lastSeen', order: 'asc' })).items.map(({ lastSeen }) => lastSeen);
    expect(seen).toEqual(seen.toSorted());
    const ranks = ['low', 'medium', 'high', 'critical'];
    const severities = (await list({ sort: 'severity', order: 'desc' })).items.map(
      ({ severity }) => severity,
    );
    expect(severities).toEqual(severities.toSorted((a, b) => ranks.indexOf(b) - ranks.indexOf(a)));
  });

  it('keeps its place while new groups arrive before it', async () => {
    const first = await list({ pageSize: 3, sort: 'count' });
    const rest = await list({ pageSize: 200, sort: 'count', cursor: String(first.nextCursor) });
    const arrivals = Array.from({ length: 100 }, () =>
      failure({ timestamp: from.getTime(), errorType: 'TypeNew' }),
    );
    await store.writer.write(batch({ errors: arrivals }));
    const again = await list({ pageSize: 200, sort: 'count', cursor: String(first.nextCursor) });
    expect(again.items).toEqual(rest.items);
    await store.sql(`DELETE FROM monitoring.error_log WHERE error_type = 'TypeNew'`);
  });

  it.each([
    'x',
    '',
    '!!',
    'bnVsbA',
    Buffer.from('["lastSeen desc",1,"no-uuid"]').toString('base64url'),
    'W10',
  ])('refuses the cursor %j', (cursor) => expect(list({ cursor })).rejects.toThrow(InvalidCursorError));

  it('refuses the cursor of another order', async () => {
    const { nextCursor } = await list({ pageSize: 1, sort: 'count' });
    await expect(list({ cursor: String(nextCursor), sort: 'userCount' })).rejects.toThrow('without a cursor');
  });
});
