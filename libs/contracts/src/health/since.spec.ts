import type { HealthStatus } from './health.schema.js';
import { NO_TOTALS, withSince, type HealthTotals } from './since.js';
import { judgeHealth } from './verdict.js';

const END = Date.parse('2026-11-27T14:30:00Z');
const WINDOW = 3;
const minute = (failed: number, requests = 100): HealthTotals => ({
  ...{ requests, failed, duration: 10 * requests, calls: 10, succeeded: 10 },
});
const fine = minute(0);
const none = NO_TOTALS;

/** Since when the error rate is what it is, where the newest minute of a series stands first. */
function sinceOf(minutes: readonly HealthTotals[], errorRate: number | null) {
  const figures = {
    totalRequests: 1,
    totalApiCalls: 1,
    errorCount: 0,
    avgResponseTime: 10,
    apiSuccessRate: 100,
  };
  const health = judgeHealth({ ...figures, errorRate }, { from: new Date(END), to: new Date(END) });
  const { checks } = withSince(health, { end: END, minutes, window: WINDOW });
  const { status, since, sinceIsBound } = checks[1] ?? {};
  return [status, since?.slice(11, 16), sinceIsBound];
}

const times = (count: number, each: HealthTotals) => Array.from({ length: count }, () => each);

it.each<[string, HealthTotals[], number | null, [HealthStatus, string, boolean]]>([
  // Nine of 300 requests, 3 %, are a warning as soon as the first of the bad minutes is over.
  [
    'a warning that began two minutes ago',
    [fine, minute(9), ...times(9, fine)],
    3,
    ['warning', '14:29', false],
  ],
  [
    'a warning that a window still holds',
    [fine, fine, minute(9), ...times(9, fine)],
    3,
    ['warning', '14:28', false],
  ],
  ['a warning of the minute that runs', times(12, fine), 3, ['warning', '14:30', false]],
  [
    'a critical check that was a warning before',
    [minute(50), minute(9), ...times(9, fine)],
    19,
    ['critical', '14:30', false],
  ],
  [
    'health since a warning has left the window',
    [...times(4, fine), minute(9), ...times(7, fine)],
    0,
    ['healthy', '14:29', false],
  ],
  ['health for longer than is looked at', times(12, fine), 0, ['healthy', '14:21', true]],
  ['health since the first request', [...times(5, fine), ...times(7, none)], 0, ['healthy', '14:26', false]],
  [
    'nothing to judge since the last request has left',
    [...times(5, none), ...times(7, fine)],
    null,
    ['insufficient-data', '14:28', false],
  ],
  [
    'a quiet minute, which changes nothing',
    [fine, none, fine, none, ...times(8, fine)],
    0,
    ['healthy', '14:21', true],
  ],
])('tells of %s since when it has been so', (_, minutes, errorRate, expected) => {
  expect(sinceOf(minutes, errorRate)).toEqual(expected);
});

it('judges the past by the limits of now', () => {
  const health = judgeHealth(
    {
      totalRequests: 1,
      totalApiCalls: 1,
      errorCount: 0,
      avgResponseTime: 10,
      errorRate: 3,
      apiSuccessRate: 100,
    },
    { from: new Date(END), to: new Date(END) },
    [{ name: 'errorRate', unit: '%', worse: 'higher', warning: 50, critical: 60 }],
  );
  const limits = [
    { ...({ name: 'errorRate', unit: '%', worse: 'higher' } as const), warning: 50, critical: 60 },
  ];
  const history = { end: END, minutes: [minute(9), ...times(9, fine)], window: WINDOW };
  expect(withSince(health, history, limits).checks[0]).toMatchObject({
    status: 'healthy',
    sinceIsBound: true,
  });
});
