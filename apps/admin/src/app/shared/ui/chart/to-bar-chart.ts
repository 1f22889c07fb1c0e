import type { ChartConfiguration } from 'chart.js';
import { formatCount } from '../../util-format/format';
import { baseOptions, type ChartTheme } from './chart-theme';

export interface Bar {
  readonly name: string;
  readonly count: number;
}

/** One lying bar for each count, in the order given; names and figures stand beside it. @param unit what is counted, for the tooltip */
export function toBarChart(
  bars: readonly Bar[],
  unit: string,
  theme: ChartTheme,
): ChartConfiguration<'bar', number[], string> {
  const options = baseOptions(theme);
  return {
    type: 'bar',
    data: {
      labels: bars.map(({ name }) => name),
      datasets: [
        {
          data: bars.map(({ count }) => count),
          backgroundColor: theme.secondary,
          hoverBackgroundColor: theme.primary,
          borderRadius: 5,
          maxBarThickness: 22,
        },
      ],
    },
    options: {
      ...options,
      indexAxis: 'y',
      plugins: {
        tooltip: {
          ...options.plugins.tooltip,
          displayColors: false,
          callbacks: { label: ({ parsed }) => `${formatCount(parsed.x)} ${unit}` },
        },
      },
      scales: { x: { display: false, beginAtZero: true }, y: { display: false } },
    },
  };
}
