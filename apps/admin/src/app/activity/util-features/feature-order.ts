import type { Feature } from '@scitex/monitoring-contracts';
import { firstText } from '../../shared/util-http/first-text';

export const FEATURE_SORTS = ['count', 'growth', 'users', 'adoption'] as const;

export type FeatureSort = (typeof FEATURE_SORTS)[number];

export interface FeatureOrder {
  readonly sort: FeatureSort;
  readonly order: 'asc' | 'desc';
}

/** The figure that an address sorts by; the activities where it names none that there is. */
export function toSort(value: unknown): FeatureSort {
  return FEATURE_SORTS.find((sort) => sort === firstText(value)) ?? 'count';
}

export function toOrder(value: unknown): FeatureOrder['order'] {
  return firstText(value) === 'asc' ? 'asc' : 'desc';
}

/** The parameters of an address that name no sort and no order that there is. */
export function unreadableOrder({ sort, order }: Readonly<Record<string, unknown>>): string[] {
  const isLost = (given: unknown, read: string) => ![undefined, read].includes(firstText(given));
  return [
    ...(isLost(sort, toSort(sort)) ? ['sort'] : []),
    ...(isLost(order, toOrder(order)) ? ['order'] : []),
  ];
}

/** Sorted by a figure, those without it last; ties stay in the order that they come in. */
export function sortFeatures(features: readonly Feature[], { sort, order }: FeatureOrder): Feature[] {
  const sign = order === 'asc' ? 1 : -1;
  return features.toSorted((a, b) => {
    const [one, other] = [a[sort], b[sort]];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return sign * (one - other);
  });
}
