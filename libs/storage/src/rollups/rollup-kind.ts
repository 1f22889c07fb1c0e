import type { TimedRow } from '../writer/tables/table.js';

/** What rollups are kept of: which raw rows they count, and what their series are told apart by. */
export interface RollupKind {
  /** What the names of the tables begin with. */
  readonly name: 'request' | 'request_total' | 'api_call' | 'api_total';
  /** The table of the raw rows. */
  readonly raw: string;
  /** Which of the raw rows count, in SQL and in JavaScript. */
  readonly condition: string;
  readonly counts: (row: TimedRow) => boolean;
  /** Which of those failed. */
  readonly failed: string;
  readonly hasFailed: (row: TimedRow) => boolean;
  /** The column that is summed up, in milliseconds. */
  readonly value: string;
  /** The columns of a series beside those of the source, each with its type. */
  readonly keys: Readonly<Record<string, 'text'>>;
  /** Those of them that an app may invent, as they are in the series of all that are too many to be counted apart. */
  readonly others: Readonly<Record<string, string | null>>;
  /** The widths of its buckets, from the narrowest. */
  readonly units: readonly Unit[];
}

/** A kind that rows are counted in; its totals are made of it. */
export type DetailedKind = RollupKind & { readonly name: 'request' | 'api_call' };

const OTHER = '(other)';

/** Of series that are many: a minute of one would take as much room as its raw rows do. */
const DETAILED_UNITS = ['five_minutes', 'hour', 'day'] as const;

/** Answered requests, by route. */
export const REQUESTS: DetailedKind = {
  name: 'request',
  raw: 'system_metric',
  condition: `metric_type = 'response_time'`,
  counts: (row) => row['metric_type'] === 'response_time',
  failed: 'coalesce(status_code >= 500, false)',
  hasFailed: (row) => Number(row['status_code']) >= 500,
  value: 'value',
  keys: { endpoint: 'text', method: 'text' },
  others: { endpoint: OTHER, method: null },
  units: DETAILED_UNITS,
};

/** All answered requests: what a whole week of thousands of routes amounts to is read from a few hundred rows. */
export const REQUEST_TOTALS: RollupKind = {
  ...REQUESTS,
  name: 'request_total',
  keys: {},
  others: {},
  units: ['minute', 'quarter', 'hour', 'day'],
};

/** Outbound calls, by what was called. */
export const API_CALLS: DetailedKind = {
  name: 'api_call',
  raw: 'api_usage_metric',
  condition: 'true',
  counts: () => true,
  failed: 'NOT success',
  hasFailed: (row) => row['success'] !== true,
  value: 'response_time',
  keys: { api_name: 'text', endpoint: 'text', method: 'text' },
  others: { api_name: OTHER, endpoint: OTHER, method: OTHER },
  units: DETAILED_UNITS,
};

/** Outbound calls, by API. */
export const API_TOTALS: RollupKind = {
  ...API_CALLS,
  name: 'api_total',
  keys: { api_name: 'text' },
  others: { api_name: OTHER },
  units: ['minute', 'quarter', 'hour', 'day'],
};

/** In the order that every transaction takes them in. */
export const ROLLUP_KINDS = [REQUESTS, REQUEST_TOTALS, API_CALLS, API_TOTALS] as const;

/** The widths of buckets in milliseconds. */
export const UNITS = {
  minute: 60_000,
  five_minutes: 300_000,
  quarter: 900_000,
  hour: 3_600_000,
  day: 86_400_000,
} as const;

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
