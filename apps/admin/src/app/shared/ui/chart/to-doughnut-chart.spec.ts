import { chartTheme } from './chart-theme';
import { toDoughnutChart } from './to-doughnut-chart';

const slices = [
  { name: '200', count: 6, percent: 75, color: '#4f9a78' },
  { name: '404', count: 2, percent: 25, color: '#d0933c' },
];

it('draws one part for each slice, in its colour', () => {
  const { data } = toDoughnutChart(slices, 'responses', chartTheme('light'));
  expect(data.labels).toEqual(['200', '404']);
  expect(data.datasets[0]).toMatchObject({ data: [6, 2], backgroundColor: ['#4f9a78', '#d0933c'] });
});
