const counts = new Intl.NumberFormat('en-US');
const decimals = (digits: number) => new Intl.NumberFormat('en-US', { maximumFractionDigits: digits });
const tenths = decimals(1);
const hundredths = decimals(2);

/** Shown where there is nothing to show a number of. */
export const NO_VALUE = '–';

type Maybe<T> = T | null | undefined;

/** @example formatCount(1234) // '1,234' */
export function formatCount(value: Maybe<number>): string {
  return value == null ? NO_VALUE : counts.format(value);
}

/**
 * A rate in percent. What is not quite none or not quite all never reads as none or all.
 * @example formatPercent(0.004) // '< 0.01 %'
 */
export function formatPercent(value: Maybe<number>): string {
  if (value == null) return NO_VALUE;
  if (value > 0 && value < 0.01) return '< 0.01 %';
  if (value < 100 && value > 99.99) return '> 99.99 %';
  return `${hundredths.format(value)} %`;
}

/** A change or a part, where whole percents say enough. @example formatShare(12.34) // '12 %' */
export function formatShare(percent: number): string {
  return percent < 10 ? `${tenths.format(percent)} %` : `${counts.format(Math.round(percent))} %`;
}

/** A duration in milliseconds. @example formatMs(1234) // '1.23 s' */
export function formatMs(value: Maybe<number>): string {
  if (value == null) return NO_VALUE;
  if (value > 0 && value < 0.1) return '< 0.1 ms';
  if (value < 100) return `${tenths.format(value)} ms`;
  if (value < 999.5) return `${counts.format(Math.round(value))} ms`;
  if (value < 60_000) return `${hundredths.format(value / 1000)} s`;
  return `${tenths.format(value / 60_000)} min`;
}

/** A duration in microseconds. @example formatMicros(6.24) // '6.2 µs' */
export function formatMicros(value: Maybe<number>): string {
  if (value == null) return NO_VALUE;
  if (value >= 999.5) return formatMs(value / 1000);
  return `${value < 99.95 ? tenths.format(value) : counts.format(Math.round(value))} µs`;
}

const BYTE_UNITS = ['B', 'kB', 'MB', 'GB'] as const;

/** An amount of memory or disk. @example formatBytes(1_250_000) // '1.3 MB' */
export function formatBytes(value: Maybe<number>): string {
  if (value == null) return NO_VALUE;
  const power = Math.min(Math.floor(Math.log10(Math.max(value, 1)) / 3), BYTE_UNITS.length - 1);
  return `${tenths.format(value / 1000 ** power)} ${BYTE_UNITS[power]}`;
}

/** Requests over time, by the minute where there is at least one in it. @example formatThroughput(90) // '1.5 per minute' */
export function formatThroughput(perHour: number): string {
  return perHour >= 60 ? `${tenths.format(perHour / 60)} per minute` : `${tenths.format(perHour)} per hour`;
}

/** The time of day, in the reader's zone. @example formatTime(date) // '14:03:09' */
export function formatTime(value: Maybe<string | Date>): string {
  return value == null ? NO_VALUE : new Date(value).toLocaleTimeString('en-GB');
}

/**
 * The minute that something began in, in the reader's zone; with the day where that is another one.
 * @example formatSince(iso) // '14:05', or '26 Nov 14:05'
 */
export function formatSince(value: string | Date, now = new Date()): string {
  const time = new Date(value);
  const clock = time.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  if (time.toDateString() === now.toDateString()) return clock;
  return `${time.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' })} ${clock}`;
}

/** Made once: a chart's table writes hundreds. */
const moments = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });

/** Date and time, in the reader's zone. @example formatDateTime(iso) // '23 Nov 2026, 14:03:09' */
export function formatDateTime(value: Maybe<string | Date>): string {
  return value == null ? NO_VALUE : moments.format(new Date(value));
}

const AGES = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;
const ages = new Intl.RelativeTimeFormat('en-US', { style: 'short' });

/** How long ago. @example formatAge(fiveMinutesAgo) // '5 min. ago' */
export function formatAge(value: Maybe<string | Date>, now = new Date()): string {
  if (value == null) return NO_VALUE;
  const age = now.getTime() - new Date(value).getTime();
  for (const [unit, length] of AGES) if (age >= length) return ages.format(-Math.floor(age / length), unit);
  return 'just now';
}
