import type { ChartConfiguration } from 'chart.js';
import { formatCount, formatPercent } from '../../../shared/util-format/format';
import { baseOptions, type ChartTheme } from '../chart/chart-theme';
import type { StatusCodeShare } from './status-code-shares';
import { statusColor } from './status-color';

/** A ring of all responses, one part for each status code. */
export function toStatusCodesChart(
  shares: readonly StatusCodeShare[],
  theme: ChartTheme,
): ChartConfiguration<'doughnut', number[], string> {
  const options = baseOptions(theme);
  return {
    type: 'doughnut',
    data: {
      labels: shares.map(({ statusCode }) => String(statusCode)),
      datasets: [
        {
          data: shares.map(({ count }) => count),
          backgroundColor: shares.map(({ statusCode }) => statusColor(statusCode, theme)),
          borderWidth: 0,
          spacing: shares.length > 1 ? 2 : 0,
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
              `${formatCount(parsed)} responses, ${formatPercent(shares[dataIndex]?.percent)}`,
          },
        },
      },
    },
  };
}
