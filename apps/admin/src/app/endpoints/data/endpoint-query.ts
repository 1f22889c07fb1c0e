import { type EndpointSort, ROUTE_USER_SORTS, type RouteUserSort } from '@scitex/monitoring-contracts';
import { firstText } from '../../shared/util-http/first-text';
import type { ScopeQuery } from '../../shared/util-scope/read-scope';
import { readSort, type SortOrder } from '../../shared/util-sort/sort-order';

/** What the list of endpoints is narrowed to and sorted by, as its address holds it. */
export interface EndpointQuery extends ScopeQuery, SortOrder<EndpointSort> {
  readonly q: string | undefined;
}

/** What a route's own page asks for. */
export interface RouteQuery extends ScopeQuery {
  readonly userSort: RouteUserSort;
}

/** How the users of a route are sorted, as its address says. */
export function toUserSort(value: unknown): RouteUserSort {
  return readSort(ROUTE_USER_SORTS, 'count', value);
}

export function unreadableUserSort({ userSort }: Readonly<Record<string, unknown>>): string[] {
  const given = firstText(userSort);
  return given === undefined || toUserSort(given) === given ? [] : ['userSort'];
}
