import type { ActivityHour } from '@scitex/monitoring-contracts';
import { toHeatMap } from './to-heat-map';

const at = (dayOfWeek: number, hour: number, count: number, changes: Partial<ActivityHour> = {}) => ({
  ...{ dayOfWeek, hour, count, users: 2 },
  ...{ firstSeen: '2026-11-23T09:10:00.000Z', lastSeen: '2026-11-23T09:50:00.000Z' },
  ...changes,
});
const cell = (hours: readonly ActivityHour[], day: number, hour: number) =>
  toHeatMap(hours)[day - 1]?.cells[hour];

it('has a cell for every hour of the week, Monday first', () => {
  const days = toHeatMap([]);
  expect(days.map(({ name }) => name)).toEqual(expect.arrayContaining(['Monday', 'Sunday']));
  expect(days.map(({ cells }) => cells.length)).toEqual(Array(7).fill(24));
  expect(days.flatMap(({ cells }) => cells.map(({ step }) => step))).toEqual(Array(168).fill(0));
});

it('puts an hour at its place, in words and as one of five steps', () => {
  const hours = [at(1, 9, 1_200), at(7, 23, 1, { users: 0 }), at(3, 0, 300, { users: 1 })];
  expect(cell(hours, 1, 9)).toMatchObject({ name: 'Monday 09:00', short: '1K', step: 5 });
  expect(cell(hours, 1, 9)?.words).toBe('1,200 activities by 2 users');
  expect(cell(hours, 7, 23)).toMatchObject({ step: 1, words: '1 activity by nobody known' });
  expect(cell(hours, 3, 0)).toMatchObject({ step: 3, words: '300 activities by 1 user' });
  expect(cell(hours, 2, 9)).toMatchObject({ step: 0, short: '', words: 'no activity', span: undefined });
});

it('has a span where the hour came once, and none where it came again', () => {
  expect(cell([at(1, 9, 3)], 1, 9)?.span).toEqual({
    from: '2026-11-23T09:10:00.000Z',
    to: '2026-11-23T09:50:00.001Z',
  });
  expect(cell([at(1, 9, 3, { lastSeen: '2026-11-30T09:00:00.000Z' })], 1, 9)?.span).toBeUndefined();
});
