import type { TimedRow } from '../writer/tables/table.js';

/** What rollups are kept of: which raw rows they count, and what their series are told apart by. */
export interface RollupKind {
  /** What the names of the tables begin with. */
  readonly name: 'request' | 'api_call';
  /** The table of the raw rows. */
  readonly raw: string;
  /** Which of the raw rows count, in SQL and in JavaScript. */
  readonly condition: string;
  readonly counts: (row: TimedRow) => boolean;
  /** The column that is summed up, in milliseconds. */
  readonly value: string;
  /** The columns of a series beside those of the source, each with its type. */
  readonly keys: Readonly<Record<string, 'text' | 'integer' | 'boolean'>>;
  /** Those of them that an app may invent, as they are in the series of all that are too many to be counted apart. */
  readonly others: Readonly<Record<string, string | null>>;
}

const OTHER = '(other)';

/** Answered requests. */
export const REQUESTS: RollupKind = {
  name: 'request',
  raw: 'system_metric',
  condition: `metric_type = 'response_time'`,
  counts: (row) => row['metric_type'] === 'response_time',
  value: 'value',
  keys: { endpoint: 'text', method: 'text', status_code: 'integer' },
  others: { endpoint: OTHER, method: null },
};

/** Outbound calls. */
export const API_CALLS: RollupKind = {
  name: 'api_call',
  raw: 'api_usage_metric',
  condition: 'true',
  counts: () => true,
  value: 'response_time',
  keys: { api_name: 'text', endpoint: 'text', method: 'text', status_code: 'integer', success: 'boolean' },
  others: { api_name: OTHER, endpoint: OTHER, method: OTHER },
};

/** In the order that every transaction takes them in. */
export const ROLLUP_KINDS = [REQUESTS, API_CALLS] as const;

/** The widths of buckets in milliseconds. */
export const UNITS = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

export type Unit = keyof typeof UNITS;

export const UNIT_NAMES = Object.keys(UNITS) as Unit[];

/** The beginning of the bucket that an instant falls into, in SQL: every unit is a whole part of a day of UTC. */
export function startOf(unit: Unit, instant: string): string {
  return `date_bin('${UNITS[unit]} milliseconds', ${instant}, timestamptz '1970-01-01T00:00:00Z')`;
}

/** The columns that tell the series of a kind apart. */
export function namesOf({ keys }: RollupKind): string[] {
  return ['app', 'environment', 'release', ...Object.keys(keys)];
}

/** The id of a series, in SQL, where its columns are in scope. */
export function seriesId(kind: RollupKind): string {
  return idOf(namesOf(kind));
}

/** The id of the series of the others that a series would be counted with. */
export function otherId(kind: RollupKind): string {
  return idOf(namesOf(kind).map((name) => (name in kind.others ? otherOf(kind, name) : name)));
}

/** What a column is in the series of the others, in SQL. */
export function otherOf({ others }: RollupKind, name: string): string {
  const other = others[name];
  return typeof other === 'string' ? `'${other}'` : 'NULL';
}

function idOf(parts: readonly string[]): string {
  return `monitoring.series_id(ARRAY[${parts.map((part) => `${part}::text`).join(', ')}])`;
}
