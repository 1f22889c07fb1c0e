import { firstText } from '../util-http/first-text';

export type Order = 'asc' | 'desc';

/** What a list is sorted by, as its address holds it. */
export interface SortOrder<Sort extends string = string> {
  readonly sort: Sort;
  readonly order: Order;
}

const ORDERS: readonly string[] = ['asc', 'desc'];

/** The figure that an address sorts by; the one that is `otherwise` where it names none that there is. */
export function readSort<Sort extends string>(sorts: readonly Sort[], otherwise: Sort, value: unknown): Sort {
  return sorts.find((sort) => sort === firstText(value)) ?? otherwise;
}

/** The largest first, where an address does not say otherwise. */
export function readOrder(value: unknown): Order {
  return firstText(value) === 'asc' ? 'asc' : 'desc';
}

/** The parameters of an address that name no sort and no order that there is. */
export function unreadableSort(
  sorts: readonly string[],
  parameters: Readonly<Record<string, unknown>>,
): string[] {
  const known = { sort: sorts, order: ORDERS };
  return Object.entries(known).flatMap(([name, values]) => {
    const given = firstText(parameters[name]);
    return given === undefined || values.includes(given) ? [] : name;
  });
}
