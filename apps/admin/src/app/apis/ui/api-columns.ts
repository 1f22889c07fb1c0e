import type { ApiSort } from '@scitex/monitoring-contracts';
import type { Order } from '../../shared/util-sort/sort-order';

export interface ApiColumn {
  readonly sort: ApiSort;
  readonly label: string;
  /** What the figure means, for who does not know it. */
  readonly title: string;
  /** Which end of it comes first; the largest where nothing is said. */
  readonly first?: Order;
}

/** The sortable columns after the API and its trend, in their order. */
export const COLUMNS: readonly ApiColumn[] = [
  { sort: 'count', label: 'Calls', title: 'Calls in the time range, and their share of all calls' },
  {
    sort: 'successRate',
    label: 'Success',
    first: 'asc',
    title: 'Calls that were answered whole, with a status below 400',
  },
  { sort: 'p50', label: 'p50', title: 'Half of the calls took at most this long' },
  { sort: 'p95', label: 'p95', title: '95 percent of the calls took at most this long' },
  { sort: 'change', label: 'p95 change', title: 'How the p95 moved since the period before' },
  { sort: 'p99', label: 'p99', title: '99 percent of the calls took at most this long' },
];
