import { chartTheme } from './chart-theme';
import { toBarChart } from './to-bar-chart';

const theme = chartTheme('dark');

describe('toBarChart', () => {
  it('draws one bar for each count, in the order given', () => {
    const bars = [
      { name: 'view', count: 9 },
      { name: 'search', count: 4 },
    ];
    const { data } = toBarChart(bars, 'activities', theme);
    expect(data.labels).toEqual(['view', 'search']);
    expect(data.datasets[0]?.data).toEqual([9, 4]);
  });
});
