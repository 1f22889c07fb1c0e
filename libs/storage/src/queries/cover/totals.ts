import { UNITS, type Unit } from '../../rollups/rollup-kind.js';
import { FIGURES, type Reading } from './rolled-up.js';
import { eachEntry, MergedHistogram } from '../../rollups/merged-histogram.js';

/** A group of parts of `rolledUp`, added up; what pg reads as text where it could be too large for a number is cast. */
export interface Totals {
  readonly count: number;
  readonly failed: number;
  readonly satisfied: number;
  readonly tolerating: number;
  readonly sum: number;
  readonly min: number;
  readonly max: number;
  /** Histograms in PostgreSQL's binary form, one after the other. */
  readonly histograms: Buffer;
  readonly statuses: Buffer;
}

const plain = (aggregate: string, figure: string) => `${aggregate}(${figure})::float8 AS ${figure}`;

/** A column of a group, in SQL: all arrays of it in PostgreSQL's binary form, one after the other. */
export const allOf = (figure: 'histogram' | 'statuses') => `string_agg(array_send(${figure}), ''::bytea)`;

/** The columns of a group, in SQL: those of its times, and all. */
export const TIMES = [
  plain('sum', 'count'),
  plain('sum', 'failed'),
  plain('sum', 'sum'),
  plain('min', 'min'),
  plain('max', 'max'),
].join(', ');
export const ALL = [
  TIMES,
  plain('sum', 'satisfied'),
  plain('sum', 'tolerating'),
  `${allOf('histogram')} AS histograms`,
  `${allOf('statuses')} AS statuses`,
].join(', ');

/** What those columns need of `rolledUp`. */
export const ALL_FIGURES = FIGURES;

const PERCENTILES = { p50: 0.5, p95: 0.95, p99: 0.99 };

/** The times of a group with at least one event. */
export function timingsOf(totals: Pick<Totals, 'count' | 'sum' | 'min' | 'max' | 'histograms'>) {
  const { count, sum, min, max, histograms } = totals;
  const histogram = new MergedHistogram().add(histograms);
  const at = (fraction: number) => histogram.percentile(fraction, { min, max });
  const { p50, p95, p99 } = PERCENTILES;
  return { avg: sum / count, min, max, p50: at(p50), p95: at(p95), p99: at(p99) };
}

/** Percent of a group; null where there is nothing. */
export function percentOf(part: number, count: number): number | null {
  return count > 0 ? (100 * part) / count : null;
}

/** Some groups as one; null where there is none. */
export function sumOf(groups: readonly Totals[]): Totals | null {
  const [first] = groups;
  if (!first) return null;
  const sum = (of: (totals: Totals) => number) => groups.reduce((before, totals) => before + of(totals), 0);
  return {
    count: sum(({ count }) => count),
    failed: sum(({ failed }) => failed),
    satisfied: sum(({ satisfied }) => satisfied),
    tolerating: sum(({ tolerating }) => tolerating),
    sum: sum((totals) => totals.sum),
    min: groups.reduce((least, { min }) => Math.min(least, min), Infinity),
    max: groups.reduce((most, { max }) => Math.max(most, max), -Infinity),
    histograms: Buffer.concat(groups.map(({ histograms }) => histograms)),
    statuses: Buffer.concat(groups.map(({ statuses }) => statuses)),
  };
}

/** How many events had which status, by its code; those without any are left out. */
export function statusCodesOf({ statuses }: Totals): { statusCode: number; count: number }[] {
  const counts = new Map<number, number>();
  eachEntry(statuses, (code, count) => counts.set(code, (counts.get(code) ?? 0) + count));
  counts.delete(0);
  return [...counts]
    .map(([statusCode, count]) => ({ statusCode, count }))
    .sort((a, b) => a.statusCode - b.statusCode);
}

/** Of the widths of some rollups, those that points are made of: a whole number goes into one. */
export function unitsWithin(
  { kind, units = kind.units }: Pick<Reading, 'kind' | 'units'>,
  pointSeconds: number,
): readonly Unit[] {
  return units.filter((unit) => (pointSeconds * 1000) % UNITS[unit] === 0);
}
