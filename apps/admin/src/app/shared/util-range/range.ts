/** The ranges that a page offers, in hours. */
export const RANGES = [
  { hours: 1, label: 'Last hour' },
  { hours: 6, label: 'Last 6 hours' },
  { hours: 24, label: 'Last 24 hours' },
  { hours: 72, label: 'Last 3 days' },
  { hours: 168, label: 'Last week' },
] as const;

export const DEFAULT_HOURS = 24;

/**
 * The hours that an address asks for; the default where it asks for none that is offered.
 * @example toHours('6') // 6
 */
export function toHours(value: unknown): number {
  return RANGES.find(({ hours }) => String(hours) === value)?.hours ?? DEFAULT_HOURS;
}

/** @example rangeLabel(24) // 'Last 24 hours' */
export function rangeLabel(hours: number): string {
  return RANGES.find((range) => range.hours === hours)?.label ?? `Last ${hours} hours`;
}
