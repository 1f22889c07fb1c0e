import { weightOf } from '@scitex/monitoring-contracts';
import type { UUID } from 'uuidv7';
import { milliseconds } from '../clean/time.js';
import type { ColumnType } from '../copy/column-type.js';
import { eventId } from '../event-id.js';

/** The values of one row, by column. */
export type Row = Readonly<Record<string, unknown>>;

/** A row whose time is known to be sound. */
export interface TimedRow extends Row {
  readonly id: UUID;
  /** Whole milliseconds since 1970. */
  readonly timestamp: number;
  /** The events that it stands for. */
  readonly weight: number;
}

export interface Table<Event> {
  readonly name: string;
  /** Columns that all rows of a batch share. */
  readonly source: readonly ('app' | 'environment' | 'release' | 'instance')[];
  /** The columns of a row, each with its PostgreSQL type. */
  readonly columns: Readonly<Record<string, ColumnType>>;
  /** Columns without which an event says nothing. */
  readonly required: readonly string[];
  /** The cleaned values of an event, apart from the columns that every table begins with. */
  toRow(event: Event): Row;
}

/** The columns that every table begins with. */
export const EVENT_COLUMNS = { id: 'uuid', timestamp: 'timestamptz', weight: 'int4' } as const;

/**
 * The row of an event; undefined where its time or a required column is missing, or where it cannot be read at all,
 * whatever its type promised.
 */
export function rowOf<Event extends { readonly timestamp: number }>(
  table: Table<Event>,
  event: Event,
): TimedRow | undefined {
  try {
    return readRow(table, event);
  } catch {
    // No object, or one with a getter that throws: it must not keep the events around it from being stored.
    return undefined;
  }
}

function readRow<Event extends { readonly timestamp: number }>(
  table: Table<Event>,
  event: Event,
): TimedRow | undefined {
  const time = milliseconds(event.timestamp);
  if (time === null) return undefined;
  const row = table.toRow(event);
  if (table.required.some((column) => row[column] === null)) return undefined;
  return Object.assign(row, { id: eventId(time), timestamp: time, weight: weightOf(event) });
}
