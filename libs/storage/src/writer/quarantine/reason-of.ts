import pg from 'pg';
import { milliseconds } from '../clean/time.js';
import type { Table } from '../tables/table.js';

export const NO_PARTITION = 'timestamp: more than 400 days back, or more than 3 ahead';

/** Why an event makes no row. Asked of those that make none, and so of few. */
export function reasonOf<Event extends { readonly timestamp: number }>(
  table: Table<Event>,
  event: Event,
): string {
  try {
    if (milliseconds(event.timestamp) === null) return 'timestamp: no time between 1970 and 9999';
    const row = table.toRow(event);
    const missing = table.required.filter((column) => row[column] === null);
    return `${missing.join(', ')}: missing, or nothing that the column holds`;
  } catch {
    return 'the event cannot be read';
  }
}

/** What PostgreSQL has against a row. Its message is left out: it may hold values, and names partitions. */
export function reasonIn(error: unknown): string {
  if (!(error instanceof pg.DatabaseError)) return 'refused';
  const where = error.constraint ?? error.column;
  return `refused by PostgreSQL, SQLSTATE ${error.code ?? 'unknown'}${where ? `, at ${where}` : ''}`;
}
