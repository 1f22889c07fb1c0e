import { UNITS, type Unit } from '../../rollups/rollup-kind.js';
import type { Reading } from './rolled-up.js';
import { MergedHistogram } from '../../rollups/merged-histogram.js';

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
export const TIMES_WITH_HISTOGRAMS = `${TIMES}, ${allOf('histogram')} AS histograms`;
export const ALL = [
  TIMES_WITH_HISTOGRAMS,
  plain('sum', 'satisfied'),
  plain('sum', 'tolerating'),
  `${allOf('statuses')} AS statuses`,
].join(', ');

/** What the columns of times need of `rolledUp`; all of them need all figures. */
export const TIMES_FIGURES = ['count', 'failed', 'sum', 'min', 'max'] as const;
export const TIMES_WITH_HISTOGRAMS_FIGURES = [...TIMES_FIGURES, 'histogram'] as const;

const PERCENTILES = { p50: 0.5, p95: 0.95, p99: 0.99 };

const histogram = new MergedHistogram();

/** The events of a group by how long they took; until it is asked for those of the next one. */
export function histogramOf({ histograms }: Pick<Totals, 'histograms'>): MergedHistogram {
  return histogram.reset().add(histograms);
}

/** The times of a group with at least one event. */
export function timingsOf(
  { count, sum, min, max }: Pick<Totals, 'count' | 'sum' | 'min' | 'max'>,
  histogram: MergedHistogram,
) {
  const at = (fraction: number) => histogram.percentile(fraction, { min, max });
  const { p50, p95, p99 } = PERCENTILES;
  return { avg: sum / count, min, max, p50: at(p50), p95: at(p95), p99: at(p99) };
}

/** Percent of a group; null where there is nothing. */
export function percentOf(part: number, count: number): number | null {
  return count > 0 ? (100 * part) / count : null;
}

/** From 0 to 1: satisfied requests count whole, tolerating ones half (apdex.org). */
export function apdexOf({
  count,
  satisfied,
  tolerating,
}: Pick<Totals, 'count' | 'satisfied' | 'tolerating'>) {
  return (satisfied + tolerating / 2) / count;
}

/** A group, but for its histograms. */
export type Sum = Omit<Totals, 'histograms' | 'statuses'>;

/**
 * Groups over time, and all of them as one.
 * @param groups those whose `point` is null are of something else, and left out
 * @param toFigures what to tell of a group, of which the histogram is the next one's after that
 */
export function alongTime<Figures extends object>(
  groups: readonly (Totals & { readonly point: number | null })[],
  toFigures: (group: Totals, histogram: MergedHistogram) => Figures,
) {
  const timed = groups.flatMap((group) => (group.point === null ? [] : { ...group, point: group.point }));
  const all = new MergedHistogram();
  const points = timed.map((group) => {
    const own = histogramOf(group);
    all.include(own);
    return { timestamp: new Date(group.point).toISOString(), ...toFigures(group, own) };
  });
  return { points, total: sumOf(timed), histogram: all, statusCodes: statusCodesOf(timed) };
}

/** Some groups as one, but for their histograms; null where there is none. */
function sumOf(groups: readonly Totals[]): Sum | null {
  const [first, ...others] = groups;
  if (!first) return null;
  return others.reduce<Sum>(
    (all, group) => ({
      count: all.count + group.count,
      failed: all.failed + group.failed,
      satisfied: all.satisfied + group.satisfied,
      tolerating: all.tolerating + group.tolerating,
      sum: all.sum + group.sum,
      min: Math.min(all.min, group.min),
      max: Math.max(all.max, group.max),
    }),
    first,
  );
}

/** How many events had which status, by its code; those without any are left out. */
function statusCodesOf(groups: readonly Pick<Totals, 'statuses'>[]): { statusCode: number; count: number }[] {
  const merged = new MergedHistogram();
  for (const { statuses } of groups) merged.add(statuses);
  return [...merged.bins()].flatMap(([statusCode, count]) => (statusCode > 0 ? { statusCode, count } : []));
}

/** Of the widths of some rollups, those that points are made of: a whole number goes into one. */
export function unitsWithin(
  { kind, units = kind.units }: Pick<Reading, 'kind' | 'units'>,
  pointSeconds: number,
): readonly Unit[] {
  return units.filter((unit) => (pointSeconds * 1000) % UNITS[unit] === 0);
}
