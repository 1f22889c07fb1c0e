import type { ChartTheme } from './chart-theme';

/** The time that a chart covers, as the API answers it. */
export interface TimeWindow {
  readonly from: string;
  readonly to: string;
  readonly bucketSeconds: number;
}

/** From one ISO 8601 instant to another. */
export interface TimeSpan {
  readonly from: string;
  readonly to: string;
}

export interface TimePoint {
  /** Where its bucket begins. */
  readonly timestamp: string;
  readonly value: number | null;
}

/** One figure over time. A bucket without a point is a gap in a line, and no bar. */
export interface TimeSeries {
  readonly name: string;
  readonly look: 'area' | 'line' | 'dashed' | 'bars';
  readonly color: keyof ChartTheme;
  readonly points: readonly TimePoint[];
  /** The same figure in the period before, which is as long and ends where this one begins. */
  readonly previous?: readonly TimePoint[];
}

/** Something that happened at a moment, a deploy say: a line across the chart with a few words. */
export interface TimeMark {
  readonly timestamp: string;
  readonly label: string;
  readonly kind: string;
}
