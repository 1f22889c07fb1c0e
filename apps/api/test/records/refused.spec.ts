import { RECORD_MODELS, problemSchema, recordListOf, type RecordModel } from '@scitex/monitoring-contracts';
import { randomNumbers } from '@scitex/monitoring-storage/testing';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { storeRandomRows } from './random-rows.js';

const now = Date.now();
let server: TestApp;
beforeAll(async () => {
  server = await startTestApp();
  const random = randomNumbers(6);
  for (const model of RECORD_MODELS)
    await storeRandomRows(server.store.dataSource, model, [now - 3000, now - 2000, now - 1000], random);
});
afterAll(() => server.close());

const cursorOf = async (model: RecordModel, query: string) => {
  const answer = await server.get(`admin/${model.path}?${query}`);
  const { nextCursor } = recordListOf(model).parse(await answer.json());
  return encodeURIComponent(String(nextCursor));
};

/** Queries that no model takes, and the fields that are named. */
const REFUSED: [query: string, fields: string[]][] = [
  ['nonsense=1', ['nonsense']],
  ['appLike=x', ['appLike']],
  ['appFrom=x', ['appFrom']],
  ['__proto__=1', ['__proto__']],
  ['constructor=1', ['constructor']],
  ['app[]=x', ['app[]']],
  ['app=', ['app']],
  [`app=${'x'.repeat(1025)}`, ['app']],
  ['app=x&app=', ['app']],
  [Array.from({ length: 51 }, (_, index) => `app=${index}`).join('&'), ['app']],
  ['id=1', ['id']],
  ["id=0' OR '1'='1", ['id']],
  ['weight=many', ['weight']],
  ['weight=1&weight=1e3', ['weight']],
  ['weightFrom=1&weightFrom=2', ['weightFrom']],
  ['weight=99999999999999999999', ['weight']],
  ['timestamp=yesterday', ['timestamp']],
  ['timestampFrom=2026-13-01T00:00:00Z', ['timestampFrom']],
  ['from=2026-01-01T00:00:00Z', ['to']],
  ['hours=0', ['hours']],
  ['empty=app', ['empty']],
  ['empty=release&filled=password', ['filled']],
  ['sort=release', ['sort']],
  ['sort=timestamp;select pg_sleep(5)', ['sort']],
  ['order=sideways', ['order']],
  ['pageSize=0', ['pageSize']],
  ['pageSize=1000000000', ['pageSize']],
  ['q=', ['q']],
  [`q=${'%25'.repeat(257)}`, ['q']],
  ['q=a%00b', ['q']],
  ['cursor=nonsense', ['cursor']],
  [`cursor=${Buffer.from('["timestamp desc",1,"x"]').toString('base64url')}`, ['cursor']],
];

describe.each(RECORD_MODELS.map((model) => [model.path, model] as const))('%s', (path, model) => {
  const refusal = async (query: string) => {
    const answer = await server.get(`admin/${path}?${query}`);
    const { errors = [] } = problemSchema.parse(await answer.json());
    return { status: answer.status, errors };
  };

  it.each(REFUSED)('refuses %s', async (query, fields) => {
    const { status, errors } = await refusal(query);
    expect([status, errors.map(({ field }) => field)]).toEqual([400, fields]);
    for (const { message } of errors) expect(message).not.toMatch(/^$|Invalid|Too |expected/);
  });

  it('says which sorts, orders and columns there are', async () => {
    const { errors } = await refusal('sort=x&order=x&empty=x');
    const said = Object.fromEntries(errors.map(({ field, message }) => [field, message]));
    expect(said['order']).toBe('Use one of asc, desc.');
    expect(said['sort']).toMatch(/^Use one of timestamp/);
    expect(said['empty']).toMatch(/^Use one of release, .*\w\.$/);
  });

  it.each([
    ['another order', 'order=asc'],
    ['another filter', 'pageSize=1&weightFrom=1'],
    ['another search', 'pageSize=1&q=a'],
  ])('refuses the cursor of %s', async (_, other) => {
    const cursor = await cursorOf(model, 'pageSize=1');
    expect((await server.get(`admin/${path}?pageSize=1&cursor=${cursor}`)).status).toBe(200);
    const { status, errors } = await refusal(`${other}&cursor=${cursor}`);
    expect([status, errors]).toEqual([
      400,
      [
        {
          field: 'cursor',
          message: 'Use the nextCursor of the page before, unchanged, with the same sort, order and filters.',
        },
      ],
    ]);
  });

  it('refuses an id that is none, and knows no row of an unknown one', async () => {
    expect((await server.get(`admin/${path}/1`)).status).toBe(400);
    expect((await server.get(`admin/${path}/00000000-0000-4000-8000-000000000000`)).status).toBe(404);
  });

  it('pages on where rows arrive meanwhile', async () => {
    const first = recordListOf(model).parse(await (await server.get(`admin/${path}?pageSize=2`)).json());
    await storeRandomRows(server.store.dataSource, model, [Date.now(), Date.now()], randomNumbers(7));
    const cursor = encodeURIComponent(String(first.nextCursor));
    const rest = recordListOf(model).parse(
      await (await server.get(`admin/${path}?pageSize=2&cursor=${cursor}`)).json(),
    );
    const times = [...first.items, ...rest.items].map(({ timestamp }) => now - Date.parse(timestamp));
    expect(times).toEqual([1000, 2000, 3000]);
    expect([first.total, rest.total, rest.nextCursor]).toEqual([3, 5, null]);
  });
});

describe('a filter by JSON', () => {
  it.each(['{', '[]', '1', 'null', '"x"', '{"a":"\\u0000"}', '{"a":"\\ud800"}'])(
    'refuses %s',
    async (json) => {
      const answer = await server.get(`admin/system-metrics?metadata=${encodeURIComponent(json)}`);
      const { errors } = problemSchema.parse(await answer.json());
      expect(errors).toEqual([{ field: 'metadata', message: 'Use a JSON object, such as {"cache":"hit"}.' }]);
    },
  );
});

it.each([
  ['error-logs?severity=worst', 'Use one of low, medium, high, critical.'],
  ['error-logs?resolved=maybe', 'Use one of true, false.'],
  ['system-metrics?statusCode=-1', 'Use a whole number, such as 200.'],
  ['system-metrics?value=much', 'Use a number, such as 12.5.'],
  ['system-metrics?value=1e999', 'Use a number, such as 12.5.'],
])('%s names what is allowed', async (query, message) => {
  const { errors } = problemSchema.parse(await (await server.get(`admin/${query}`)).json());
  expect(errors?.map((error) => error.message)).toEqual([message]);
});
