/** Enough for the shape of a day, and narrow enough for a table. */
export const TREND_POINTS = 24;

/** The counts of a range's parts, oldest first, with a zero for each in which nothing was. */
export function trendOf(
  counts: Readonly<Record<string, number>>,
  { from, to }: { readonly from: Date; readonly to: Date },
  seconds: number,
): number[] {
  const width = seconds * 1000;
  const first = Math.floor(from.getTime() / width);
  const last = Math.floor((to.getTime() - 1) / width);
  return Array.from({ length: last - first + 1 }, (_, index) => counts[(first + index) * width] ?? 0);
}
