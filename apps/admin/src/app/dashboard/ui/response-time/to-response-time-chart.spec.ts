import { chartTheme } from '../chart/chart-theme';
import { toResponseTimeChart } from './to-response-time-chart';

const theme = chartTheme('light');
const range = { from: '2026-11-23T10:00:00.000Z', to: '2026-11-23T11:00:00.000Z', bucketSeconds: 60 };
const at = (minute: number, avg: number, p95: number) => ({
  timestamp: new Date(Date.parse(range.from) + minute * 60_000).toISOString(),
  ...{ count: 1, errorCount: 0, min: avg, max: p95, p50: avg, p99: p95 },
  avg,
  p95,
});
const draw = (...responseTimes: ReturnType<typeof at>[]) =>
  toResponseTimeChart({ range, responseTimes }, theme);

describe('toResponseTimeChart', () => {
  it('draws the average and the 95th percentile at the time of their bucket', () => {
    const [average, p95] = draw(at(0, 10, 20), at(1, 30, 40)).data.datasets;
    const from = Date.parse(range.from);
    expect(average?.data).toEqual([
      { x: from, y: 10 },
      { x: from + 60_000, y: 30 },
    ]);
    expect(p95?.data.map(({ y }) => y)).toEqual([20, 40]);
  });

  it('leaves a gap where no request came, and makes a lone point visible', () => {
    const [average] = draw(at(0, 10, 20), at(1, 30, 40), at(9, 50, 60)).data.datasets;
    expect(average?.data.map(({ y }) => y)).toEqual([10, 30, NaN, 50]);
    expect(average?.pointRadius).toEqual([0, 0, 0, 2.5]);
  });

  it('spans the whole range, however little happened in it', () => {
    const x = draw(at(30, 10, 20)).options?.scales?.['x'];
    expect([x?.min, x?.max]).toEqual([Date.parse(range.from), Date.parse(range.to)]);
  });

  it('draws at once: a refresh moves nothing but the data', () => {
    expect(draw().options?.animation).toBe(false);
  });

  it('takes its colours from the theme', () => {
    const colour = (scheme: 'light' | 'dark') =>
      toResponseTimeChart({ range, responseTimes: [] }, chartTheme(scheme)).data.datasets[0]?.borderColor;
    expect(colour('light')).not.toBe(colour('dark'));
  });
});
