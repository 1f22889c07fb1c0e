import { randomUUID } from 'node:crypto';
import type { RecordColumn, RecordModel, RecordRow } from '@scitex/monitoring-contracts';
import type { DataSource } from 'typeorm';

/** What monitored apps may send: markup, SQL, the wildcards of LIKE, and text that runs the other way. */
const TEXTS = [
  'alpha',
  'Beta 100%',
  'a_b',
  "o'hara; DROP TABLE x --",
  '<img src=x onerror=alert(1)>',
  '\u202Eright to left',
  'back\\slash',
  'ünïcode ✓',
  '',
];
const OBJECTS = [{}, { cache: 'hit' }, { cache: 'miss', depth: { at: [1, 2] } }, { cache: 'hit', '': null }];

/** Rows of a model with every kind of value in every column, stored as SQL has them, in random order. */
export async function storeRandomRows(
  db: DataSource,
  model: RecordModel,
  times: readonly number[],
  random: () => number,
): Promise<RecordRow[]> {
  const rows = times.map((time) =>
    Object.fromEntries(
      Object.entries(model.columns).map(([name, column]) => [name, randomValue(column, time, random)]),
    ),
  ) as RecordRow[];
  const stored = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [snakeCase(name), value])),
  );
  await db.query(
    `INSERT INTO monitoring.${model.table}
     SELECT * FROM jsonb_populate_recordset(NULL::monitoring.${model.table}, $1)`,
    [JSON.stringify(stored)],
  );
  return rows;
}

function randomValue({ type, optional, values = [''] }: RecordColumn, time: number, random: () => number) {
  const pick = <T>(choices: readonly T[]) => choices[Math.floor(random() * choices.length)] as T;
  if (optional && random() < 0.3) return null;
  switch (type) {
    case 'uuid':
      return randomUUID();
    case 'time':
      return new Date(time).toISOString();
    case 'text':
      return pick(TEXTS);
    case 'number':
      return pick([0, 0.1, 12.5, 1e-7, 1e9, -3, Math.exp(random() * 9)]);
    case 'whole':
      return pick([1, 200, 404, 500, 503]);
    case 'boolean':
      return random() < 0.5;
    case 'choice':
      return pick(values);
    case 'json':
      return pick(OBJECTS);
    default:
      return type satisfies never;
  }
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
