import type { Deploy } from '@scitex/monitoring-contracts';
import { shortRelease } from './short-release';
import { toMarks } from './to-marks';

const deploy = (release: string, app = 'api'): Deploy => ({
  ...{ id: release, timestamp: '2026-01-31T12:00:00.000Z', app, environment: 'production', release },
  ...{ source: 'posted', note: null, url: null },
});

it.each([
  ['1.4.2', '1.4.2'],
  ['9a2ddb2f0c11d3e4a5b6c7d8e9f0a1b2c3d4e5f6', '9a2ddb2'],
  ['20260131', '20260131'],
  ['research-api-2026-01-31', 'research-api-20…'],
  ['🧪'.repeat(20), '🧪'.repeat(15) + '…'],
])('shortens %s to %s', (release, short) => expect(shortRelease(release)).toBe(short));

it('marks each deploy by its release', () => {
  expect(toMarks([deploy('2'), deploy('1')])).toEqual([
    { timestamp: '2026-01-31T12:00:00.000Z', label: '2', kind: 'deploy' },
    { timestamp: '2026-01-31T12:00:00.000Z', label: '1', kind: 'deploy' },
  ]);
});

it('adds the app where there are several', () => {
  expect(toMarks([deploy('2'), deploy('1', 'billing')]).map(({ label }) => label)).toEqual([
    ...['2 (api)', '1 (billing)'],
  ]);
});
