import { chartTheme } from '../chart/chart-theme';
import { toActivityChart } from './to-activity-chart';

const theme = chartTheme('dark');

describe('toActivityChart', () => {
  it('draws one bar for each kind of activity, in the order given', () => {
    const { data } = toActivityChart(
      [
        { activityType: 'view', count: 9 },
        { activityType: 'search', count: 4 },
      ],
      theme,
    );
    expect(data.labels).toEqual(['view', 'search']);
    expect(data.datasets[0]?.data).toEqual([9, 4]);
  });

  it('shortens a long name without breaking a character', () => {
    const { data } = toActivityChart([{ activityType: '🧪'.repeat(40), count: 1 }], theme);
    expect(data.labels).toEqual(['🧪'.repeat(17) + '…']);
  });
});
