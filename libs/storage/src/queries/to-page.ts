import { encodeCursor } from './cursor.js';

interface Sorted<Item> {
  readonly sortValue: number;
  readonly item: Item;
}

/**
 * A page of `rows`, of which one more than fits was asked for: whether it is there tells whether there is a next page.
 * @param order what the rows are sorted by
 */
export function toPage<Item extends { readonly id: string }>(
  order: string,
  rows: readonly Sorted<Item>[],
  pageSize: number,
): { items: Item[]; nextCursor: string | null } {
  const items = rows.slice(0, pageSize).map(({ item }) => item);
  const last = rows.length > pageSize ? rows[pageSize - 1] : undefined;
  if (!last) return { items, nextCursor: null };
  return { items, nextCursor: encodeCursor(order, { value: last.sortValue, id: last.item.id }) };
}
