import type { Row } from '../tables/table.js';

/** What the writer itself adds to the values of an event. */
const ADDED = new Set(['id', 'grouping']);

/** A refused row as staff see it: what came of the event, by column. */
export function exampleOf(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([column]) => !ADDED.has(column)));
}
