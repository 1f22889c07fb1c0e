import type { TimedRow } from '../writer/tables/table.js';
import type { FigureName, TallyName } from './figures.js';
import { COUNTED, timed, visited, type RawFigures } from './raw-figures.js';

type Counted = 'request' | 'api_call' | 'activity' | 'error';

/** What rollups are kept of: which raw rows they count, and what their series are told apart by. */
export interface RollupKind {
  /** What the names of the tables begin with. */
  readonly name: TallyKind['name'] | VisitorKind['name'];
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
  /**
   * Whether writers add to minutes alone, which go into the wider buckets after a day: a bucket of thousands of visitors
   * takes too long to be written anew by every batch.
   */
  readonly foldsMinutes: boolean;
}

/** A kind whose figures the writer works out. */
export interface TallyKind extends RollupKind {
  readonly name: Counted | 'request_total' | 'api_total';
  readonly figures: Readonly<Partial<Record<TallyName, string>>>;
}

/** A kind that rows are counted in; its totals, where it has some, are made of it. */
export interface DetailedKind extends TallyKind {
  readonly name: Counted;
  /** The time that an event took, in milliseconds. */
  readonly valueOf: (row: TimedRow) => number;
  readonly hasFailed: (row: TimedRow) => boolean;
}

/** A kind that tells who was there. */
export interface VisitorKind extends RollupKind {
  readonly name: 'active_user' | 'active_session';
  /** The column that names a visitor. */
  readonly visitor: 'user_id' | 'session_id';
}

const OTHER = '(other)';

/** Of series that are many: a minute of one would take as much room as its raw rows do. */
const DETAILED_UNITS = ['five_minutes', 'hour', 'day'] as const;

/** Answered requests, by route. */
export const REQUESTS: DetailedKind = {
  name: 'request',
  raw: 'system_metric',
  condition: `metric_type = 'response_time'`,
  counts: (row) => row['metric_type'] === 'response_time',
  valueOf: (row) => Number(row['value']),
  hasFailed: (row) => Number(row['status_code']) >= 500,
  figures: timed('value', 'coalesce(status_code >= 500, false)'),
  keys: { endpoint: 'text', method: 'text' },
  others: { endpoint: OTHER, method: null },
  units: DETAILED_UNITS,
  foldsMinutes: false,
};

/** All answered requests: what a whole week of thousands of routes amounts to is read from a few hundred rows. */
export const REQUEST_TOTALS: TallyKind = {
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
  valueOf: (row) => Number(row['response_time']),
  hasFailed: (row) => row['success'] !== true,
  figures: timed('response_time', 'NOT success'),
  keys: { api_name: 'text', endpoint: 'text', method: 'text' },
  others: { api_name: OTHER, endpoint: OTHER, method: OTHER },
  units: DETAILED_UNITS,
  foldsMinutes: false,
};

/** Outbound calls, by API. */
export const API_TOTALS: TallyKind = {
  ...API_CALLS,
  name: 'api_total',
  keys: { api_name: 'text' },
  others: { api_name: OTHER },
  units: ['minute', 'quarter', 'hour', 'day'],
};

/** Of which nothing is known but that they happened. */
const PLAIN = {
  counts: () => true,
  valueOf: () => 0,
  hasFailed: () => false,
  figures: COUNTED,
  foldsMinutes: false,
} as const;

/** What users did, by type. */
export const ACTIVITIES: DetailedKind = {
  ...PLAIN,
  name: 'activity',
  raw: 'user_activity',
  condition: 'true',
  keys: { activity_type: 'text' },
  others: { activity_type: OTHER },
  units: ['minute', 'quarter', 'hour', 'day'],
};

/** Errors, by type. */
export const ERRORS: DetailedKind = {
  ...PLAIN,
  name: 'error',
  raw: 'error_log',
  condition: 'true',
  keys: { error_type: 'text' },
  others: { error_type: OTHER },
  units: DETAILED_UNITS,
};

/** Who did something, and how often. */
export const USERS: VisitorKind = {
  name: 'active_user',
  raw: 'user_activity',
  visitor: 'user_id',
  condition: 'user_id IS NOT NULL',
  counts: (row) => row['user_id'] !== null,
  figures: visited('user_id'),
  keys: {},
  others: {},
  units: ['minute', 'quarter', 'hour', 'day'],
  foldsMinutes: true,
};

/** Sessions in which something was done. */
export const SESSIONS: VisitorKind = {
  ...USERS,
  name: 'active_session',
  visitor: 'session_id',
  condition: 'session_id IS NOT NULL',
  counts: (row) => row['session_id'] !== null,
  figures: visited('session_id'),
  units: ['minute', 'hour', 'day'],
};

export const TALLY_KINDS: readonly TallyKind[] = [
  REQUESTS,
  REQUEST_TOTALS,
  API_CALLS,
  API_TOTALS,
  ACTIVITIES,
  ERRORS,
];

export const VISITOR_KINDS: readonly VisitorKind[] = [USERS, SESSIONS];

/** In the order that every transaction takes them in. */
export const ROLLUP_KINDS: readonly RollupKind[] = [...TALLY_KINDS, ...VISITOR_KINDS];

/** The widths that writers add to. */
export function writtenUnits({ units, foldsMinutes }: RollupKind): readonly Unit[] {
  return foldsMinutes ? ['minute'] : units;
}

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

/** The widths that tell of every event, together. */
export function wholeUnits({ foldsMinutes }: RollupKind): readonly Unit[] {
  return foldsMinutes ? ['day', 'minute'] : ['day'];
}

/** An aggregate of the beginnings of all buckets, in SQL: of each of some tables on its own. */
export function startsOf(kind: RollupKind, aggregate: string): string[] {
  return wholeUnits(kind).map((unit) => `(SELECT ${aggregate} FROM monitoring.${kind.name}_${unit})`);
}

/** The beginning of the bucket that an instant falls into, in SQL: every unit is a whole part of a day of UTC. */
export function startOf(unit: Unit, instant: string): string {
  return `date_bin('${UNITS[unit]} milliseconds', ${instant}, timestamptz '1970-01-01T00:00:00Z')`;
}

/** The columns of a bucket. */
export function figuresOf({ figures }: TallyKind): TallyName[];
export function figuresOf({ figures }: RollupKind): FigureName[];
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
