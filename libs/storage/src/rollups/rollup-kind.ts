import type { TimedRow } from '../writer/tables/table.js';
import type { FigureName } from './figures.js';
import { timed, type RawFigures } from './raw-figures.js';

/** What rollups are kept of: which raw rows they count, and what their series are told apart by. */
export interface RollupKind {
  /** What the names of the tables begin with. */
  readonly name: 'request' | 'request_total' | 'api_call' | 'api_total';
  /** The table of the raw rows. */
  readonly raw: string;
  /** Which of the raw rows count, in SQL and in JavaScript. */
  readonly condition: string;
  readonly counts: (row: TimedRow) => boolean;
  /** What a bucket tells of them: its columns, and what they are for raw rows. */
  readonly figures: RawFigures;
  /** The columns of a series beside those of the source, each with its type. */
  readonly keys: Readonly<Record<string, 'text'>>;
  /** Those of them that an app may invent, as they are in the series of all that are too many to be counted apart. */
  readonly others: Readonly<Record<string, string | null>>;
  /** The widths of its buckets, from the narrowest. */
  readonly units: readonly Unit[];
  /** Whether minutes go after a day. Where series are many, a minute of one takes as much room as its raw rows. */
  readonly hasBriefMinutes: boolean;
}

/** A kind that rows are counted in; its totals are made of it. */
export interface DetailedKind extends RollupKind {
  readonly name: 'request' | 'api_call';
  /** The column with the time that an event took, in milliseconds. */
  readonly value: string;
  readonly hasFailed: (row: TimedRow) => boolean;
}

const OTHER = '(other)';

/** Answered requests, by route. */
export const REQUESTS: DetailedKind = {
  name: 'request',
  raw: 'system_metric',
  condition: `metric_type = 'response_time'`,
  counts: (row) => row['metric_type'] === 'response_time',
  value: 'value',
  hasFailed: (row) => Number(row['status_code']) >= 500,
  figures: timed('value', 'coalesce(status_code >= 500, false)'),
  keys: { endpoint: 'text', method: 'text' },
  others: { endpoint: OTHER, method: null },
  units: ['minute', 'hour', 'day'],
  hasBriefMinutes: true,
};

/** All answered requests: what a whole week of thousands of routes amounts to is read from a few hundred rows. */
export const REQUEST_TOTALS: RollupKind = {
  ...REQUESTS,
  name: 'request_total',
  keys: {},
  others: {},
  units: ['minute', 'quarter', 'hour', 'day'],
  hasBriefMinutes: false,
};

/** Outbound calls, by what was called. */
export const API_CALLS: DetailedKind = {
  name: 'api_call',
  raw: 'api_usage_metric',
  condition: 'true',
  counts: () => true,
  value: 'response_time',
  hasFailed: (row) => row['success'] !== true,
  figures: timed('response_time', 'NOT success'),
  keys: { api_name: 'text', endpoint: 'text', method: 'text' },
  others: { api_name: OTHER, endpoint: OTHER, method: OTHER },
  units: ['minute', 'hour', 'day'],
  hasBriefMinutes: true,
};

/** Outbound calls, by API. */
export const API_TOTALS: RollupKind = {
  ...API_CALLS,
  name: 'api_total',
  keys: { api_name: 'text' },
  others: { api_name: OTHER },
  units: ['minute', 'quarter', 'hour', 'day'],
  hasBriefMinutes: false,
};

/** In the order that every transaction takes them in. */
export const ROLLUP_KINDS = [REQUESTS, REQUEST_TOTALS, API_CALLS, API_TOTALS] as const;

/** The widths of buckets in milliseconds. */
export const UNITS = { minute: 60_000, quarter: 900_000, hour: 3_600_000, day: 86_400_000 } as const;

export type Unit = keyof typeof UNITS;

export const UNIT_NAMES = Object.keys(UNITS) as Unit[];

/** The beginning of the bucket that an instant falls into, in SQL: every unit is a whole part of a day of UTC. */
export function startOf(unit: Unit, instant: string): string {
  return `date_bin('${UNITS[unit]} milliseconds', ${instant}, timestamptz '1970-01-01T00:00:00Z')`;
}

/** The columns of a bucket. */
export function figuresOf({ figures }: RollupKind): FigureName[] {
  return Object.keys(figures) as FigureName[];
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
