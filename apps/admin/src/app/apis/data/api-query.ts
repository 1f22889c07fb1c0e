import type { ApiSort } from '@scitex/monitoring-contracts';
import type { ScopeQuery } from '../../shared/util-scope/read-scope';
import type { SortOrder } from '../../shared/util-sort/sort-order';

/** What the list of APIs is narrowed to and sorted by, as its address holds it. */
export type ApiQuery = ScopeQuery & SortOrder<ApiSort>;
