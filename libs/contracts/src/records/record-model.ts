import type { Scope } from '../api-tokens/scopes.js';

/**
 * What a column holds, and so how it is filtered, answered and shown.
 * `whole`: a whole number. `choice`: one of the column's `values`. `json`: an object.
 */
export type ColumnType = 'uuid' | 'time' | 'text' | 'number' | 'whole' | 'boolean' | 'choice' | 'json';

export interface RecordColumn {
  readonly type: ColumnType;
  /** What people call it. */
  readonly label: string;
  /** It may hold nothing. */
  readonly optional?: true;
  readonly unit?: 'ms' | 'bytes';
  /** Those of a `choice`, least first. */
  readonly values?: readonly [string, ...string[]];
  /** An index finds its values, however rare. */
  readonly indexed?: true;
  /** A list can be ordered by it; an index keeps that order. It holds a number or a time, and always something. */
  readonly sortable?: true;
  /** A list shows it to who has not chosen columns. */
  readonly listed?: true;
}

/**
 * One kind of rows, as the API lists it at `admin/<path>` and the SPA at the same path. A column's name in the table is
 * its name here in snake case.
 */
export interface RecordModel {
  readonly path: string;
  readonly table: string;
  /** What people call the rows, and one of them. */
  readonly label: string;
  readonly one: string;
  /** The API tokens that may read the rows. */
  readonly scope: Scope;
  readonly columns: Readonly<Record<string, RecordColumn>>;
}

/** The columns that every model begins with. */
export const EVENT_COLUMNS = {
  id: { type: 'uuid', label: 'Id', indexed: true },
  timestamp: { type: 'time', label: 'Time', indexed: true, sortable: true, listed: true },
  weight: { type: 'whole', label: 'Stands for' },
  app: { type: 'text', label: 'App' },
  environment: { type: 'text', label: 'Environment' },
  release: { type: 'text', label: 'Release', optional: true },
} as const satisfies RecordModel['columns'];

/** The columns that have one of these types, by name, in their order. */
export function columnsOf({ columns }: RecordModel, ...types: readonly ColumnType[]): string[] {
  return Object.keys(columns).filter((name) => types.some((type) => type === columns[name]?.type));
}

/** The columns that a list can be ordered by; the first is what it is ordered by otherwise. */
export function sortsOf({ columns }: RecordModel): readonly [string, ...string[]] {
  const names = Object.keys(columns).filter((name) => columns[name]?.sortable && name !== 'timestamp');
  return ['timestamp', ...names];
}
