import { on, type Columns, type Platform } from '../cases/case.js';
import { expectedRows } from './expected-rows.js';
import type { Run } from './run-cases.js';
import { TABLES, type StoredRows } from './stored-rows.js';

/** The answer is that of the same host without the module, and the one that the case names. */
export function expectAnswered(run: Run, platform: Platform, answer = '', bareAnswer = ''): void {
  expect(heardOf(answer, run)).toBe(heardOf(bareAnswer, run));
  const { exchanges } = run.test;
  expect(statusesIn(answer)).toEqual(
    exchanges.flatMap(({ status }) => (status === null ? [] : [on(platform, status)])),
  );
  for (const { body = '' } of exchanges) expect(answer).toContain(body);
}

/** Exactly the rows that the case names are there under its traces. */
export function expectRecorded(run: Run, platform: Platform, rows: StoredRows): void {
  for (const [n, exchange] of run.test.exchanges.entries()) {
    const expected = expectedRows(exchange, platform);
    const trace = traceIn(rows, run, platform, n);
    for (const table of TABLES) expectRows(rows.under(table, run.app, trace), expected[table]);
  }
}

/** Nothing else is there. */
export function expectNothingBesides(runs: readonly Run[], platform: Platform, rows: StoredRows): void {
  for (const table of TABLES) {
    const expected = runs.flatMap(({ test }) =>
      test.exchanges.flatMap((exchange) => expectedRows(exchange, platform)[table]),
    );
    expect([table, rows.all(table).length]).toEqual([table, expected.length]);
  }
}

/** The trace that a request was sent under, or that its run began. */
export function traceIn(rows: StoredRows, { app, test, traces }: Run, platform: Platform, n: number): string {
  const exchange = test.exchanges[n];
  return exchange?.recorded?.beginsTrace
    ? rows.traceOfRun(app, expectedRows(exchange, platform))
    : (traces[n] ?? '');
}

/** Exactly as many rows, each expected one among them. */
export function expectRows(rows: readonly Columns[], expected: readonly Columns[]): void {
  for (const columns of expected) expect(rows).toContainEqual(expect.objectContaining(columns));
  expect(rows).toHaveLength(expected.length);
}

/** Of an answer that the client leaves, how much it hears is chance. */
const heardOf = (answer: string, { test }: Run): string =>
  test.leaves === 'during the answer' ? answer.slice(0, answer.indexOf('\r\n\r\n')) : answer;

const statusesIn = (answer: string): number[] =>
  [...answer.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
