import type { FeatureSort } from '@scitex/monitoring-contracts';
import type { ScopeQuery } from '../../shared/util-scope/read-scope';
import type { SortOrder } from '../../shared/util-sort/sort-order';

/** Which features are asked for, and what they are sorted by, as the address holds it. */
export type FeatureQuery = ScopeQuery & SortOrder<FeatureSort>;
