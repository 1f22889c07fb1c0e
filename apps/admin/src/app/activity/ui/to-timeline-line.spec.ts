import type { TimelineEntry } from '@scitex/monitoring-contracts';
import { toTimelineLine } from './to-timeline-line';

const entry = {
  id: 'row',
  timestamp: '2026-11-23T09:10:00.000Z',
  app: 'shop',
  environment: 'production',
  endpoint: '/papers',
  method: 'GET',
  weight: 1,
};

it.each<[TimelineEntry, object]>([
  [
    { kind: 'request', ...entry, statusCode: 503, duration: 1234 },
    { title: 'GET /papers', beside: '503 · 1.23 s', failed: true, path: ['/admin/system-metrics', 'row'] },
  ],
  [
    { kind: 'request', ...entry, endpoint: null, method: null, statusCode: null, duration: 5 },
    { title: 'No route', beside: 'no answer · 5 ms', failed: false },
  ],
  [
    { kind: 'activity', ...entry, activityType: 'search', module: 'papers', feature: 'find', success: true },
    { title: 'search: find', beside: 'papers', failed: false, path: ['/admin/user-activities', 'row'] },
  ],
  [
    { kind: 'activity', ...entry, activityType: 'search', module: null, feature: null, success: false },
    { title: 'search', beside: 'failed', failed: true },
  ],
  [
    { kind: 'error', ...entry, groupId: 'group', severity: 'high', errorType: 'TypeError', message: 'no x' },
    { title: 'TypeError: no x', beside: 'high · GET /papers', failed: true, path: ['/errors', 'group'] },
  ],
])('%#: puts it into a line, and leads to all of it', (one, line) => {
  expect(toTimelineLine(one)).toMatchObject(line);
});
