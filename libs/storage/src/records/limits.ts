/**
 * Rows that one call reads at most, in search of those that no index finds: no call takes longer in a store of a hundred
 * million rows than in one of a hundred thousand.
 */
export interface Limits {
  /** In the order of time, in which rows lie side by side. */
  readonly byTime: number;
  /** In the order of a column, in which each row lies elsewhere. */
  readonly byColumn: number;
  /** To count them. */
  readonly counted: number;
  /** In one part of a histogram. */
  readonly byPart: number;
}

export const LIMITS: Limits = { byTime: 50_000, byColumn: 10_000, counted: 10_000, byPart: 500 };
