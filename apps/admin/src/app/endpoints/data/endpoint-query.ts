import type { EndpointSort } from '@scitex/monitoring-contracts';
import type { ScopeQuery } from '../../shared/util-scope/read-scope';
import type { SortOrder } from '../../shared/util-sort/sort-order';

/** What the list of endpoints is narrowed to and sorted by, as its address holds it. */
export interface EndpointQuery extends ScopeQuery, SortOrder<EndpointSort> {
  readonly q: string | undefined;
}
