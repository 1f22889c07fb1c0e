import type { Collector } from '@scitex/monitoring-contracts';
import { collector, collectors } from './collectors.fixture';
import { toMonitorSummary } from './monitor-summary';

const summaryOf = (...changes: Partial<Collector>[]) =>
  toMonitorSummary(collectors(changes.map((change) => collector(change))));

it('is one calm line while everything captured is stored', () => {
  expect(summaryOf({ captured: 12_340, stored: 12_340 }, { captured: 5, stored: 5 })).toBe(
    'Everything captured is stored: 12,345 events from 2 instances, 0 dropped, 6.2 µs per request.',
  );
});

it('tells what waits', () => {
  expect(summaryOf({ captured: 20, stored: 15, buffered: 3, spooled: 2 })).toBe(
    '20 events captured by 1 instance: 15 stored, 5 waiting, 0 dropped, 6.2 µs per request.',
  );
});

it('tells what was dropped, and apart from it what sampling left out', () => {
  expect(summaryOf({ captured: 20, stored: 11, dropped: { sampled: 5, refused: 1, 'spool-full': 3 } })).toBe(
    '20 events captured by 1 instance: 11 stored, 5 left out by sampling, 4 dropped, 6.2 µs per request.',
  );
});

it('leaves out a cost that is not known yet', () => {
  const { cost } = collector();
  expect(summaryOf({ cost: { ...cost, captureMicros: null } })).toBe(
    'Everything captured is stored: 10 events from 1 instance, 0 dropped.',
  );
});
