import type { EndpointSort } from '@scitex/monitoring-contracts';
import type { Order } from '../../shared/util-sort/sort-order';

export interface EndpointColumn {
  readonly sort: EndpointSort;
  readonly label: string;
  /** What the figure means, for who does not know it. */
  readonly title: string;
  /** Which end of it comes first; the largest where nothing is said. */
  readonly first?: Order;
}

/** The sortable columns after the route and its trend, in their order. */
export const COLUMNS: readonly EndpointColumn[] = [
  { sort: 'count', label: 'Requests', title: 'Requests in the time range' },
  { sort: 'errorRate', label: 'Error rate', title: 'Answers with a status of 500 or more' },
  {
    sort: 'apdex',
    label: 'Apdex',
    first: 'asc',
    title: '1 where all requests took at most 500 ms, 0 where all took over 2 s',
  },
  { sort: 'p50', label: 'p50', title: 'Half of the requests took at most this long' },
  { sort: 'p95', label: 'p95', title: '95 percent of the requests took at most this long' },
  { sort: 'change', label: 'p95 change', title: 'How the p95 moved since the period before' },
  { sort: 'p99', label: 'p99', title: '99 percent of the requests took at most this long' },
  { sort: 'timeShare', label: 'Time share', title: 'Share of the time that all requests took together' },
];
