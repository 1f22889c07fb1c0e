import type { UserActivitySummary } from '@scitex/monitoring-contracts';
import type { ChartConfiguration } from 'chart.js';
import { formatCount } from '../../../shared/util-format/format';
import { baseOptions, type ChartTheme } from '../chart/chart-theme';

type ActivityTypes = UserActivitySummary['activityTypes'];

const LONGEST_LABEL = 18;

/** How often each kind of activity happened, the most frequent on top. */
export function toActivityChart(
  types: ActivityTypes,
  theme: ChartTheme,
): ChartConfiguration<'bar', number[], string> {
  const options = baseOptions(theme);
  return {
    type: 'bar',
    data: {
      labels: types.map(({ activityType }) => shorten(activityType)),
      datasets: [
        {
          data: types.map(({ count }) => count),
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
          callbacks: { label: ({ parsed }) => `${formatCount(parsed.x)} activities` },
        },
      },
      scales: {
        x: {
          beginAtZero: true,
          grid: { color: theme.grid },
          border: { display: false },
          ticks: { color: theme.text, precision: 0, maxTicksLimit: 5 },
        },
        y: { grid: { display: false }, border: { color: theme.grid }, ticks: { color: theme.text } },
      },
    },
  };
}

function shorten(label: string): string {
  const characters = [...label];
  return characters.length <= LONGEST_LABEL ? label : `${characters.slice(0, LONGEST_LABEL - 1).join('')}…`;
}
