import type { Performance, ResponseTimePoint } from '@scitex/monitoring-contracts';
import type { ChartConfiguration, Point } from 'chart.js';
import { formatDateTime, formatMs } from '../../../shared/util-format/format';
import { baseOptions, type ChartTheme } from '../chart/chart-theme';
import { tickLabel, timeTicks } from './time-ticks';

type Series = 'avg' | 'p95';

/** Average and 95th percentile over time, in milliseconds. Where a bucket had no request, the line has a gap. */
export function toResponseTimeChart(
  { range, responseTimes }: Pick<Performance, 'range' | 'responseTimes'>,
  theme: ChartTheme,
): ChartConfiguration<'line', Point[]> {
  const from = Date.parse(range.from);
  const to = Date.parse(range.to);
  const points = (series: Series) => withGaps(responseTimes, series, range.bucketSeconds * 1000);
  const options = baseOptions(theme);
  return {
    type: 'line',
    data: {
      datasets: [
        {
          ...line('Average', points('avg'), theme.primary),
          fill: 'origin',
          backgroundColor: theme.primaryFill,
        },
        { ...line('95th percentile', points('p95'), theme.secondary), borderDash: [5, 4] },
      ],
    },
    options: {
      ...options,
      interaction: { mode: 'index', intersect: false },
      plugins: {
        tooltip: {
          ...options.plugins.tooltip,
          callbacks: {
            title: ([item]) => formatDateTime(new Date(item?.parsed.x ?? 0)),
            label: ({ dataset, parsed }) => `${dataset.label}: ${formatMs(parsed.y)}`,
          },
        },
      },
      scales: {
        x: {
          type: 'linear',
          min: from,
          max: to,
          grid: { display: false },
          border: { color: theme.grid },
          ticks: {
            color: theme.text,
            maxRotation: 0,
            callback: (value) => tickLabel(Number(value), to - from),
          },
          afterBuildTicks: (axis) => (axis.ticks = timeTicks(from, to).map((value) => ({ value }))),
        },
        y: {
          beginAtZero: true,
          grid: { color: theme.grid },
          border: { display: false },
          ticks: { color: theme.text, maxTicksLimit: 6, callback: (value) => formatMs(Number(value)) },
        },
      },
    },
  };
}

function line(label: string, data: Point[], borderColor: string) {
  return {
    label,
    data,
    borderColor,
    borderWidth: 2,
    pointRadius: data.map((_, index) => (isAlone(data, index) ? 2.5 : 0)),
    pointBackgroundColor: borderColor,
    pointHoverRadius: 4,
    cubicInterpolationMode: 'monotone' as const,
  };
}

/** A point between two gaps has no line to be seen by. */
function isAlone(data: readonly Point[], index: number): boolean {
  const isGap = (point: Point | undefined) => point === undefined || Number.isNaN(point.y);
  return !isGap(data[index]) && isGap(data[index - 1]) && isGap(data[index + 1]);
}

function withGaps(times: readonly ResponseTimePoint[], series: Series, bucketMs: number): Point[] {
  return times.flatMap((time, index) => {
    const x = Date.parse(time.timestamp);
    const previous = times[index - 1];
    const gap = previous !== undefined && x - Date.parse(previous.timestamp) > bucketMs * 1.5;
    const point = { x, y: time[series] };
    return gap ? [{ x: x - bucketMs / 2, y: NaN }, point] : [point];
  });
}
