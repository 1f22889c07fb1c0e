import {
  ENDPOINT_SORTS,
  type EndpointSort,
  ROUTE_USER_SORTS,
  type RouteUserSort,
} from '@scitex/monitoring-contracts';
import { firstText } from '../../shared/util-http/first-text';
import type { ScopeQuery } from '../../shared/util-scope/read-scope';

type Order = 'asc' | 'desc';

/** What the list of endpoints is narrowed to and sorted by, as its address holds it. */
export interface EndpointQuery extends ScopeQuery {
  readonly q: string | undefined;
  readonly sort: EndpointSort;
  readonly order: Order;
}

const DEFAULT_SORT: EndpointSort = 'timeShare';
const ORDERS: readonly string[] = ['asc', 'desc'];

/** The figure that an address sorts by; the share of time where it names none that there is. */
export function toSort(value: unknown): EndpointSort {
  return ENDPOINT_SORTS.find((sort) => sort === firstText(value)) ?? DEFAULT_SORT;
}

export function toOrder(value: unknown): Order {
  return firstText(value) === 'asc' ? 'asc' : 'desc';
}

/** The parameters of an address that name no sort and no order that there is. */
export function unreadableSort(parameters: Readonly<Record<string, unknown>>): string[] {
  const isKnown = {
    sort: (text: string) => toSort(text) === text,
    order: (text: string) => ORDERS.includes(text),
  };
  return Object.entries(isKnown).flatMap(([name, known]) => {
    const given = firstText(parameters[name]);
    return given === undefined || known(given) ? [] : name;
  });
}

/** What a route's own page asks for. */
export interface RouteQuery extends ScopeQuery {
  readonly userSort: RouteUserSort;
}

/** How the users of a route are sorted, as its address says. */
export function toUserSort(value: unknown): RouteUserSort {
  return ROUTE_USER_SORTS.find((sort) => sort === firstText(value)) ?? 'count';
}

export function unreadableUserSort({ userSort }: Readonly<Record<string, unknown>>): string[] {
  const given = firstText(userSort);
  return given === undefined || toUserSort(given) === given ? [] : ['userSort'];
}
