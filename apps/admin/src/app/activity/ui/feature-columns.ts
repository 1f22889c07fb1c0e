import type { FeatureSort } from '@scitex/monitoring-contracts';

export interface FeatureColumn {
  readonly sort: FeatureSort;
  readonly label: string;
  /** What the figure means, for who does not know it. */
  readonly title: string;
}

/** The sortable columns after the feature, its module and its trend, in their order. */
export const COLUMNS: readonly FeatureColumn[] = [
  { sort: 'count', label: 'Activities', title: 'Activities in the time range' },
  { sort: 'growth', label: 'Growth', title: 'How the activities moved since the period before' },
  { sort: 'users', label: 'Users', title: 'Users who used it in the time range' },
  { sort: 'adoption', label: 'Adoption', title: 'Share of the active users who used it' },
];
