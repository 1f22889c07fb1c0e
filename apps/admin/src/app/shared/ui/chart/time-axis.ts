import type { ScaleOptions } from 'chart.js';
import type { ChartTheme } from './chart-theme';
import { tickLabel, timeTicks } from './time-ticks';
import type { TimeWindow } from './time-series';

/** An axis that spans the whole window, however little happened in it, and carries labels at round times. */
export function toTimeAxis(range: TimeWindow, theme: ChartTheme) {
  const min = Date.parse(range.from);
  const max = Date.parse(range.to);
  return {
    type: 'linear' as const,
    min,
    max,
    offset: false,
    grid: { display: false },
    border: { color: theme.grid },
    ticks: {
      color: theme.text,
      maxRotation: 0,
      callback: (value: number | string) => tickLabel(Number(value), max - min),
    },
    afterBuildTicks: (axis) => void (axis.ticks = timeTicks(min, max).map((value) => ({ value }))),
  } satisfies ScaleOptions<'linear'>;
}
