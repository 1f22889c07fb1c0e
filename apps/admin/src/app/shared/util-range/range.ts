/** The ranges that a page offers, in hours. */
export const RANGES = [
  { hours: 1, label: 'Last hour' },
  { hours: 6, label: 'Last 6 hours' },
  { hours: 24, label: 'Last 24 hours' },
  { hours: 72, label: 'Last 3 days' },
  { hours: 168, label: 'Last week' },
] as const;

/** What a page covers, as the API takes it: the last hours, or the time from one ISO 8601 instant to another. */
export type Range = { readonly hours: number } | { readonly from: string; readonly to: string };

/** @example rangeLabel({ hours: 13 }) // 'Last 13 hours' */
export function rangeLabel(range: Range, now = new Date()): string {
  if ('from' in range) return `${formatEnd(range.from, now)} – ${formatEnd(range.to, now)}`;
  return RANGES.find(({ hours }) => hours === range.hours)?.label ?? `Last ${range.hours} hours`;
}

/** In the reader's zone; the year only where it is another than this one. @example '23 Nov 10:00' */
function formatEnd(instant: string, now: Date): string {
  const time = new Date(instant);
  const sameYear = time.getFullYear() === now.getFullYear();
  const date = time.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: sameYear ? undefined : 'numeric',
  });
  return `${date} ${time.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}`;
}
