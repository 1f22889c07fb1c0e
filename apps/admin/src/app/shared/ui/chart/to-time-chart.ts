import type { ChartConfiguration, ChartDataset, Point } from 'chart.js';
import { formatDateTime } from '../../util-format/format';
import { type Buckets, bucketAt, intoBuckets, middleOf } from './buckets';
import { baseOptions, type ChartTheme } from './chart-theme';
import { toTimeAxis } from './time-axis';
import type { TimeMark, TimeSeries, TimeWindow } from './time-series';

export type TimeChartConfiguration = ChartConfiguration<'line' | 'bar', Point[]>;
type Dataset = ChartDataset<'line' | 'bar', Point[]>;

export interface TimeChartModel {
  readonly range: TimeWindow;
  readonly buckets: Buckets;
  readonly series: readonly TimeSeries[];
  readonly marks: readonly TimeMark[];
  readonly format: (value: number) => string;
}

/** Figures over time, each at the middle of its bucket; the period before lies faintly behind them. */
export function toTimeChart(model: TimeChartModel, theme: ChartTheme): TimeChartConfiguration {
  const { range, buckets, series, marks, format } = model;
  const options = baseOptions(theme);
  const stacked = series.filter(({ look }) => look === 'bars').length > 1;
  const startOf = (x: number) => buckets.first + bucketAt(buckets, x) * buckets.width;
  return {
    type: 'line',
    data: {
      datasets: [
        ...series.map((one) => current(one, buckets, theme)),
        ...series.flatMap((one) => (one.previous ? [previous(one, range, buckets, theme)] : [])),
      ],
    },
    options: {
      ...options,
      interaction: { mode: 'index', intersect: false },
      // Room for the words of the marks.
      layout: { padding: { top: marks.length > 0 ? 16 : 4 } },
      plugins: {
        tooltip: {
          ...options.plugins.tooltip,
          filter: ({ parsed }) => !Number.isNaN(parsed.y),
          callbacks: {
            title: ([item]) => formatDateTime(new Date(startOf(item?.parsed.x ?? 0))),
            label: ({ dataset, parsed }) => `${dataset.label}: ${format(parsed.y ?? 0)}`,
            footer: ([item]) => wordsOf(marks, startOf(item?.parsed.x ?? 0), buckets.width),
          },
        },
      },
      scales: {
        x: { ...toTimeAxis(buckets, theme), stacked },
        y: {
          stacked,
          beginAtZero: true,
          grid: { color: theme.grid },
          border: { display: false },
          ticks: { color: theme.text, maxTicksLimit: 6, callback: (value) => format(Number(value)) },
        },
      },
    },
  };
}

function current(series: TimeSeries, buckets: Buckets, theme: ChartTheme): Dataset {
  const values = intoBuckets(series.points, buckets);
  const color = theme[series.color];
  const base = { label: series.name, data: toPoints(values, buckets) };
  if (series.look === 'bars')
    return { ...base, type: 'bar', backgroundColor: color, borderRadius: 2, maxBarThickness: 28, order: 1 };
  return {
    ...base,
    ...lineOf(color, values),
    borderWidth: 2,
    borderDash: series.look === 'dashed' ? [5, 4] : [],
    ...(series.look === 'area' && { fill: 'origin', backgroundColor: theme.primaryFill }),
  };
}

function previous(series: TimeSeries, range: TimeWindow, buckets: Buckets, theme: ChartTheme): Dataset {
  const length = Date.parse(range.to) - Date.parse(range.from);
  const values = intoBuckets(series.previous ?? [], buckets, length);
  return {
    label: `${series.name}, previous period`,
    data: toPoints(values, buckets),
    ...lineOf(theme.previous, values),
    borderWidth: 1.5,
    borderDash: series.look === 'dashed' ? [3, 4] : [],
    order: 2,
  };
}

/** A point between two gaps has no line to be seen by. */
function lineOf(color: string, values: readonly number[]) {
  const isGap = (value: number | undefined) => value === undefined || Number.isNaN(value);
  return {
    type: 'line' as const,
    borderColor: color,
    pointBackgroundColor: color,
    pointBorderWidth: 0,
    pointRadius: values.map((_, index) => (isGap(values[index - 1]) && isGap(values[index + 1]) ? 2.5 : 0)),
    pointHoverRadius: 4,
    cubicInterpolationMode: 'monotone' as const,
  };
}

function toPoints(values: readonly number[], buckets: Buckets): Point[] {
  return values.map((y, index) => ({ x: middleOf(buckets, index), y }));
}

function wordsOf(marks: readonly TimeMark[], start: number, width: number): string[] {
  return marks
    .filter(({ timestamp }) => Date.parse(timestamp) >= start && Date.parse(timestamp) < start + width)
    .map(({ kind, label }) => `${kind}: ${label}`);
}
