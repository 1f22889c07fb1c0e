import type { ActivityHour } from '@scitex/monitoring-contracts';
import { formatCount } from '../../shared/util-format/format';

export interface HeatCell {
  readonly hour: number;
  /** The day and the hour. @example 'Monday 09:00' */
  readonly name: string;
  readonly count: number;
  /** The count, where there is room for a few characters. */
  readonly short: string;
  /** The figures in words. */
  readonly words: string;
  /** How dark it is: from 0, where nothing was done, to 5. */
  readonly step: number;
  /** The time that holds its activities and no others; nothing where the hour came more than once. */
  readonly span: { readonly from: string; readonly to: string } | undefined;
}

export interface HeatDay {
  readonly name: string;
  readonly cells: readonly HeatCell[];
}

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
export const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const STEPS = 5;
const HOUR_MS = 3_600_000;

const compact = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 0 });

/** The hours of a week, day by day. Steps follow the root of a count, so that few can be told from none beside many. */
export function toHeatMap(hours: readonly ActivityHour[]): HeatDay[] {
  const most = Math.max(...hours.map(({ count }) => count), 1);
  const known = new Map(hours.map((one) => [one.dayOfWeek * 24 + one.hour, one]));
  return DAYS.map((day, index) => ({
    name: day,
    cells: HOURS.map((hour) => {
      const one = known.get((index + 1) * 24 + hour);
      const count = one?.count ?? 0;
      return {
        hour,
        name: `${day} ${formatHour(hour)}`,
        count,
        short: count === 0 ? '' : compact.format(count),
        words: wordsOf(count, one?.users ?? 0),
        step: Math.ceil(STEPS * Math.sqrt(count / most)),
        span: one && spanOf(one),
      };
    }),
  }));
}

export function formatHour(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

function wordsOf(count: number, users: number): string {
  if (count === 0) return 'no activity';
  const by = users === 0 ? 'nobody known' : `${formatCount(users)} ${users === 1 ? 'user' : 'users'}`;
  return `${formatCount(count)} ${count === 1 ? 'activity' : 'activities'} by ${by}`;
}

function spanOf({ firstSeen, lastSeen }: ActivityHour): HeatCell['span'] {
  if (Date.parse(lastSeen) - Date.parse(firstSeen) >= HOUR_MS) return undefined;
  return { from: firstSeen, to: new Date(Date.parse(lastSeen) + 1).toISOString() };
}
