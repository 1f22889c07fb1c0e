import type { Point } from 'chart.js';
import { toBuckets } from './buckets';
import { chartTheme } from './chart-theme';
import type { TimeSeries } from './time-series';
import { toTimeChart } from './to-time-chart';

const range = { from: '2026-11-23T10:00:00.000Z', to: '2026-11-23T11:00:00.000Z', bucketSeconds: 600 };
const from = Date.parse(range.from);
const at = (minute: number, value: number) => ({
  timestamp: new Date(from + minute * 60_000).toISOString(),
  value,
});
const average = (...points: ReturnType<typeof at>[]): TimeSeries => ({
  ...{ name: 'Average', look: 'area', color: 'primary' },
  points,
});

function draw(series: readonly TimeSeries[], scheme: 'light' | 'dark' = 'light') {
  const model = { range, series, buckets: toBuckets(range, series), marks: [], format: String };
  return toTimeChart(model, chartTheme(scheme));
}

const valuesOf = (data: readonly Point[] | undefined) => data?.map(({ y }) => y);

it('draws each figure at the middle of its bucket', () => {
  const [dataset] = draw([average(at(0, 10), at(10, 30))]).data.datasets;
  expect(dataset?.data.slice(0, 2)).toEqual([
    { x: from + 300_000, y: 10 },
    { x: from + 900_000, y: 30 },
  ]);
});

it('leaves a gap where there is nothing, and makes a lone point visible', () => {
  const [dataset] = draw([average(at(0, 10), at(10, 30), at(50, 50))]).data.datasets;
  expect(valuesOf(dataset?.data)).toEqual([10, 30, NaN, NaN, NaN, 50]);
  expect(dataset).toMatchObject({ pointRadius: [0, 0, 0, 2.5, 0, 2.5] });
});

it('pairs the period before with this one, and says so', () => {
  const series = { ...average(at(0, 10)), previous: [at(-60, 7), at(-10, 8)] };
  const [, before] = draw([series]).data.datasets;
  expect(before?.label).toBe('Average, previous period');
  expect(valuesOf(before?.data)).toEqual([7, NaN, NaN, NaN, NaN, 8]);
});

it('spans the whole range, however little happened in it', () => {
  const x = draw([average(at(30, 10))]).options?.scales?.['x'];
  expect([x?.min, x?.max]).toEqual([from, Date.parse(range.to)]);
});

it('has room for the figure of a bucket that has only begun', () => {
  const window = { ...range, from: '2026-11-23T10:04:00.000Z', to: '2026-11-23T11:04:00.000Z' };
  const series = [average(at(0, 10), at(60, 30))];
  const model = { range: window, series, buckets: toBuckets(window, series), marks: [], format: String };
  const { data, options } = toTimeChart(model, chartTheme('light'));
  const x = options?.scales?.['x'];
  for (const point of [data.datasets[0]?.data[0], data.datasets[0]?.data.at(-1)]) {
    expect(point?.x).toBeGreaterThan(Number(x?.min));
    expect(point?.x).toBeLessThan(Number(x?.max));
  }
});

it('stacks bars, and not lines', () => {
  const bars = (name: string): TimeSeries => ({ ...average(at(0, 1)), name, look: 'bars' });
  const isStacked = (series: TimeSeries[]) => draw(series).options?.scales?.['y'];
  expect(isStacked([bars('Answered'), bars('Failed')])).toMatchObject({ stacked: true });
  expect(isStacked([average(at(0, 1)), average(at(0, 2))])).toMatchObject({ stacked: false });
});

it('draws at once: a refresh moves nothing but the data', () => {
  expect(draw([]).options?.animation).toBe(false);
});

it('takes its colours from the theme', () => {
  const color = (scheme: 'light' | 'dark') => draw([average()], scheme).data.datasets[0]?.borderColor;
  expect(color('light')).not.toBe(color('dark'));
});
