const DAY_MS = 86_400_000;

/** A window cut at the midnights of UTC: one statement then reads the raw rows of a day at most. */
export function* daysOf(from: number, to: number): Generator<{ from: Date; to: Date }> {
  for (let start = from; start < to;) {
    const end = Math.min((Math.floor(start / DAY_MS) + 1) * DAY_MS, to);
    yield { from: new Date(start), to: new Date(end) };
    start = end;
  }
}

/** The day of UTC that a window begins in, as a whole. */
export function dayOf({ from }: { from: Date }): { from: Date; to: Date } {
  const start = Math.floor(from.getTime() / DAY_MS) * DAY_MS;
  return { from: new Date(start), to: new Date(start + DAY_MS) };
}
