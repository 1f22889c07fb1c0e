import {
  RECORD_MODELS,
  columnsOf,
  emptiableOf,
  filtersOf,
  recordHistogramSchema,
  recordListOf,
  recordOf,
  sortsOf,
  type RecordFilter,
  type RecordModel,
  type RecordRow,
  type RecordValue,
} from '@scitex/monitoring-contracts';
import { randomNumbers } from '@scitex/monitoring-storage/testing';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { storeRandomRows } from './random-rows.js';

const HOUR = 3_600_000;
const now = Date.now();
const random = randomNumbers(20_261_127);
/** Several rows at the same time, and some from before the range that a list has by default. */
const TIMES = Array.from({ length: 120 }, (_, index) => now - HOUR / 2 - Math.floor(index / 4) * HOUR);
const isRecent = ({ timestamp }: RecordRow) => Date.parse(timestamp) >= now - 24 * HOUR;

let server: TestApp;
const stored = new Map<string, RecordRow[]>();
beforeAll(async () => {
  server = await startTestApp();
  const { dataSource } = server.store;
  await dataSource.query(
    `SELECT monitoring.ensure_partition(($1::timestamptz AT TIME ZONE 'UTC')::date - days)
     FROM generate_series(0, 3) days`,
    [new Date(now).toISOString()],
  );
  for (const model of RECORD_MODELS)
    stored.set(model.path, await storeRandomRows(dataSource, model, TIMES, random));
});
afterAll(() => server.close());

type Parameters = [name: string, value: string][];

async function list(model: RecordModel, parameters: Parameters) {
  const answer = await server.get(`admin/${model.path}?${new URLSearchParams(parameters)}`);
  expect([parameters, answer.status]).toEqual([parameters, 200]);
  return recordListOf(model).parse(await answer.json());
}

/** All that a list holds, page by page. */
async function listAll(model: RecordModel, parameters: Parameters): Promise<RecordRow[]> {
  const rows = [];
  let cursor: string | null = null;
  do {
    const page = await list(model, cursor === null ? parameters : [...parameters, ['cursor', cursor]]);
    rows.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return rows;
}

const rowsOf = (model: RecordModel) => stored.get(model.path) ?? [];
const newestFirst = (rows: readonly RecordRow[]) =>
  rows.toSorted((a, b) => b.timestamp.localeCompare(a.timestamp) || b.id.localeCompare(a.id));

describe.each(RECORD_MODELS.map((model) => [model.path, model] as const))('the list of %s', (_, model) => {
  it('holds the rows of the last day, column by column, newest first', async () => {
    const expected = newestFirst(rowsOf(model).filter(isRecent));
    expect(await list(model, [['pageSize', '200']])).toEqual({
      items: expected,
      total: expected.length,
      totalIsExact: true,
      nextCursor: null,
      searchedTo: null,
    });
  });

  it.each(filtersOf(model).map((filter) => [filter.name, filter] as const))(
    'is narrowed by %s',
    async (name, filter) => {
      const rows = rowsOf(model).filter(isRecent);
      const values = rows.flatMap((row) => present(row[filter.column])).slice(-2);
      const given = filter.kind === 'is' ? values : values.slice(0, 1);
      const matching = rows.filter((row) => matches(filter, row[filter.column] ?? null, given));
      expect(given.length && matching.length).toBeGreaterThan(0);
      const parameters = given.map((value): [string, string] => [name, asParameter(value)]);
      expect(await listAll(model, [...parameters, ['pageSize', '200']])).toEqual(newestFirst(matching));
    },
  );

  it.each(emptiableOf(model))('tells where %s is empty, and where it is not', async (column) => {
    const rows = rowsOf(model).filter(isRecent);
    const [empty, filled] = [
      rows.filter((row) => isEmpty(row[column])),
      rows.filter((row) => !isEmpty(row[column])),
    ];
    expect(empty.length * filled.length).toBeGreaterThan(0);
    expect(
      await listAll(model, [
        ['empty', column],
        ['pageSize', '200'],
      ]),
    ).toEqual(newestFirst(empty));
    expect(
      await listAll(model, [
        ['filled', column],
        ['pageSize', '200'],
      ]),
    ).toEqual(newestFirst(filled));
  });

  it.each(['ALPHA', '100%', '_', '%', "O'hara; DROP TABLE x --", '<IMG', '\\', 'Ü', '\u202E'])(
    'is searched for %j as it is written',
    async (q) => {
      const searched = columnsOf(model, 'text');
      const expected = rowsOf(model)
        .filter(isRecent)
        .filter((row) =>
          searched.some((name) =>
            String(row[name] ?? '')
              .toLowerCase()
              .includes(q.toLowerCase()),
          ),
        );
      expect(expected.length).toBeGreaterThan(0);
      expect(
        await listAll(model, [
          ['q', q],
          ['pageSize', '200'],
        ]),
      ).toEqual(newestFirst(expected));
    },
  );

  it.each(sortsOf(model).flatMap((sort) => [[sort, 'asc'] as const, [sort, 'desc'] as const]))(
    'is paged by %s %s without repeating or leaving out a row',
    async (sort, order) => {
      const sign = order === 'asc' ? 1 : -1;
      const key = (row: RecordRow) => (sort === 'timestamp' ? Date.parse(row.timestamp) : Number(row[sort]));
      const expected = rowsOf(model).toSorted((a, b) => sign * (key(a) - key(b) || (a.id < b.id ? -1 : 1)));
      const parameters: Parameters = [
        ['sort', sort],
        ['order', order],
        ['hours', '72'],
        ['pageSize', '7'],
      ];
      expect(await listAll(model, parameters)).toEqual(expected);
    },
  );

  it('adds filters up', async () => {
    const [row] = rowsOf(model).filter(isRecent);
    const parameters = ['app', 'environment', 'endpoint', 'weight']
      .filter((name) => !isEmpty(row?.[name]))
      .map((name): [string, string] => [name, String(row?.[name])]);
    const expected = rowsOf(model)
      .filter(isRecent)
      .filter((other) => parameters.every(([name, value]) => String(other[name]) === value));
    expect(await listAll(model, parameters)).toEqual(newestFirst(expected));
  });

  it('gives one row by its id, whatever its time', async () => {
    const row = rowsOf(model).at(-1) as RecordRow;
    expect(isRecent(row)).toBe(false);
    const answer = await server.get(`admin/${model.path}/${row.id}`);
    expect(recordOf(model).parse(await answer.json())).toEqual(row);
  });
});

function present(value: RecordValue | undefined): NonNullable<RecordValue>[] {
  return value === null || value === undefined || value === '' ? [] : [value];
}

function matches(
  { kind }: RecordFilter,
  value: RecordValue,
  given: readonly NonNullable<RecordValue>[],
): boolean {
  const [first] = given;
  if (value === null || first === undefined) return false;
  switch (kind) {
    case 'is':
      return given.includes(value);
    case 'from':
      return value >= first;
    case 'to':
      return value <= first;
    case 'holds':
      return Object.entries(first).every(
        ([key, inner]) => JSON.stringify((value as Record<string, unknown>)[key]) === JSON.stringify(inner),
      );
    default:
      return kind satisfies never;
  }
}

function isEmpty(value: RecordValue | undefined): boolean {
  return value === null || value === '' || JSON.stringify(value) === '{}';
}

function asParameter(value: NonNullable<RecordValue>): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

describe.each(RECORD_MODELS)('GET admin/$path/histogram', (model) => {
  const read = async (parameters: Parameters) => {
    const answer = await server.get(`admin/${model.path}/histogram?${new URLSearchParams(parameters)}`);
    expect([parameters, answer.status]).toEqual([parameters, 200]);
    return recordHistogramSchema.parse(await answer.json());
  };

  it.each<[string, Parameters]>([
    ['all rows', []],
    ['rows of an app', [['app', 'alpha']]],
    ['rows without a release', [['empty', 'release']]],
    ['rows with a text', [['q', 'beta']]],
    ['rows of a longer range', [['hours', '60']]],
  ])('counts %s of each point, as the list lists them', async (_, parameters) => {
    const { range, points } = await read(parameters);
    const width = range.bucketSeconds * 1000;
    const span: Parameters = [
      ['from', range.from],
      ['to', range.to],
    ];
    const listed = await listAll(model, [
      ...parameters.filter(([name]) => name !== 'hours'),
      ...span,
      ['pageSize', '200'],
    ]);
    const counts = new Map<number, number>();
    for (const { timestamp } of listed) {
      const point = Math.floor(Date.parse(timestamp) / width) * width;
      counts.set(point, (counts.get(point) ?? 0) + 1);
    }
    expect(listed.length).toBeGreaterThan(0);
    expect(points).toEqual(
      [...counts]
        .sort(([a], [b]) => a - b)
        .map(([point, count]) => ({ timestamp: new Date(point).toISOString(), count, isExact: true })),
    );
  });

  it.each([
    ['sort=timestamp', 'sort'],
    ['cursor=a', 'cursor'],
    ['timestampFrom=now', 'timestampFrom'],
    ['hours=6&from=2026-01-01T00:00:00Z', 'hours'],
  ])('refuses %s, and names the field', async (query, field) => {
    const answer = await server.get(`admin/${model.path}/histogram?${query}`);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(field);
  });

  it('has at most as many points as a chart can show, whatever the range', async () => {
    for (const hours of ['1', '5', '167', '8784']) {
      const { range } = await read([['hours', hours]]);
      expect((Number(hours) * 3600) / range.bucketSeconds).toBeLessThanOrEqual(100);
    }
  });
});
