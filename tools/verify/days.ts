const DAY_MS = 86_400_000;

/** A window cut at the midnights of UTC: one statement then reads the raw rows of a day at most. */
export function* daysOf(from: number, to: number): Generator<{ from: Date; to: Date }> {
  for (let start = from; start < to;) {
    const end = Math.min((Math.floor(start / DAY_MS) + 1) * DAY_MS, to);
    yield { from: new Date(start), to: new Date(end) };
    start = end;
  }
}
