import type { ScaleOptions } from 'chart.js';
import type { Buckets } from './buckets';
import type { ChartTheme } from './chart-theme';
import { tickLabel, timeTicks } from './time-ticks';

/**
 * An axis of all buckets, however little happened in them, that carries labels at round times. It spans those at the ends
 * whole, though the window may begin and end within them: their figures are drawn in their middle.
 */
export function toTimeAxis({ first, width, count }: Buckets, theme: ChartTheme) {
  const min = first;
  const max = first + count * width;
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
