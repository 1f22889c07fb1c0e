const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Steps that read well on a clock, and at most this many of them. */
const STEPS = [10 * MINUTE, HOUR, 4 * HOUR, 12 * HOUR, DAY, 7 * DAY, 28 * DAY];
const MOST = 8;

/** Where an axis from `from` to `to` (both milliseconds since the epoch) carries a label: at round times of the reader's day. */
export function timeTicks(from: number, to: number): number[] {
  const step = STEPS.find((length) => (to - from) / length <= MOST) ?? 28 * DAY;
  const ticks: number[] = [];
  for (let tick = new Date(from).setHours(0, 0, 0, 0); tick <= to; tick = next(tick, step))
    if (tick >= from) ticks.push(tick);
  return ticks;
}

/** Whole days by the calendar: one is an hour longer or shorter when the clocks change. */
function next(tick: number, step: number): number {
  if (step < DAY) return tick + step;
  const date = new Date(tick);
  return date.setDate(date.getDate() + step / DAY);
}

/** The time of day; the date where the axis spans days and the day begins. */
export function tickLabel(value: number, span: number): string {
  const date = new Date(value);
  const midnight = date.getHours() === 0 && date.getMinutes() === 0;
  return span > DAY && midnight
    ? date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' })
    : date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}
