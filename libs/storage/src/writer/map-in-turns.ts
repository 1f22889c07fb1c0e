import { setImmediate as nextTurn } from 'node:timers/promises';

/** Milliseconds: far below what the users of a host would notice. */
const MAX_HOLD = 0.25;

/** Maps items, and lets the event loop turn whenever it was held for a while. */
export async function mapInTurns<Item, Mapped>(
  items: readonly Item[],
  map: (item: Item) => Mapped,
): Promise<Mapped[]> {
  const mapped: Mapped[] = [];
  let begin = performance.now();
  for (const item of items) {
    mapped.push(map(item));
    if (performance.now() - begin < MAX_HOLD) continue;
    await nextTurn();
    begin = performance.now();
  }
  return mapped;
}
