import type { ChartConfiguration } from 'chart.js';
import { formatCount, formatPercent } from '../../util-format/format';
import { baseOptions, type ChartTheme } from './chart-theme';

export interface Slice {
  readonly name: string;
  readonly count: number;
  /** Of all slices. */
  readonly percent: number;
  readonly color: string;
}

/** A ring of the whole, one part for each slice. @param unit what is counted, for the tooltip */
export function toDoughnutChart(
  slices: readonly Slice[],
  unit: string,
  theme: ChartTheme,
): ChartConfiguration<'doughnut', number[], string> {
  const options = baseOptions(theme);
  return {
    type: 'doughnut',
    data: {
      labels: slices.map(({ name }) => name),
      datasets: [
        {
          data: slices.map(({ count }) => count),
          backgroundColor: slices.map(({ color }) => color),
          borderWidth: 0,
          spacing: slices.length > 1 ? 2 : 0,
          borderRadius: 3,
        },
      ],
    },
    options: {
      ...options,
      cutout: '74%',
      plugins: {
        tooltip: {
          ...options.plugins.tooltip,
          callbacks: {
            label: ({ parsed, dataIndex }) =>
              `${formatCount(parsed)} ${unit}, ${formatPercent(slices[dataIndex]?.percent)}`,
          },
        },
      },
    },
  };
}
