/** How a figure moved since the period before. */
export interface ChangeOf {
  readonly direction: 'up' | 'down' | 'same';
  /** By how much of what it was, never negative; nothing where it was zero. */
  readonly percent: number | undefined;
  /** Nothing where neither direction is good. */
  readonly verdict: 'better' | 'worse' | undefined;
}

/** Which direction of a figure is good; nothing where neither is. */
export type Good = 'more' | 'less' | undefined;

/** Less than this, in percent, is noise that a reader need not look at. */
const NOTICEABLE = 0.05;

/** @example changeOf(110, 100, 'less') // { direction: 'up', percent: 10, verdict: 'worse' } */
export function changeOf(value: number, before: number, good: Good): ChangeOf {
  const percent = before === 0 ? undefined : (100 * Math.abs(value - before)) / Math.abs(before);
  if (value === before || (percent !== undefined && percent < NOTICEABLE))
    return { direction: 'same', percent, verdict: undefined };
  const direction = value > before ? 'up' : 'down';
  const isGood = (direction === 'up') === (good === 'more');
  return { direction, percent, verdict: good && (isGood ? 'better' : 'worse') };
}
