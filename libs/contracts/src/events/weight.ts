/** What PostgreSQL's `integer` holds. */
const MAX_WEIGHT = 2_147_483_647;

/**
 * How many alike events one stands for: its `weight` where that is a positive whole number, and 1 otherwise, so that
 * everybody who counts events counts the same, whatever a host without types has sent.
 * @example weightOf({ timestamp: 0, weight: 7 }) // 7
 */
export function weightOf(event: unknown): number {
  try {
    const { weight } = event as { readonly weight?: unknown };
    if (weight === undefined) return 1;
    return Number.isInteger(weight) && Number(weight) > 0 && Number(weight) <= MAX_WEIGHT
      ? Number(weight)
      : 1;
  } catch {
    return 1;
  }
}

/** The number of events that those stand for. */
export function countEvents(events: readonly unknown[]): number {
  let count = 0;
  for (const event of events) count += weightOf(event);
  return count;
}
