import type { Collector } from '@scitex/monitoring-contracts';
import { collector, collectors } from './collectors.fixture';
import { toMonitorNotes } from './monitor-notes';

const ago = (ms: number) => new Date(Date.now() - ms).toISOString();
const notesOf = (...changes: Partial<Collector>[]) =>
  toMonitorNotes(collectors(changes.map((change) => collector(change))));

it('says nothing while all is well, nor of those that said goodbye', () => {
  expect(notesOf({}, { state: 'stopped' }, { buffered: 5 }, { dropped: { sampled: 9 } })).toEqual([]);
});

it('says how many events were lost, when, and why', () => {
  const lost = { dropped: { 'buffer-full': 40, refused: 1, sampled: 7, meteor: 2 }, droppedAt: ago(300_000) };
  expect(notesOf(lost, { droppedAt: ago(7_200_000) })).toEqual([
    {
      tone: 'warning',
      lead: '43 events are lost, the last 5 min. ago:',
      names: [],
      rest: '40 because the buffer was full, 1 because PostgreSQL refused them, 2 because of meteor.',
    },
  ]);
});

it('does not call out for ever what a long-lived process lost days ago', () => {
  expect(notesOf({ dropped: { refused: 3 }, droppedAt: ago(90_000_000) })).toEqual([]);
});

it('names those that fell silent, three at most', () => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  const items = names.map((instance) => ({ instance, state: 'silent' as const, reportedAt: ago(120_000) }));
  expect(notesOf(...items)).toMatchObject([
    {
      lead: '5 instances are silent:',
      names: [...['a', 'b', 'c'].map((name) => `shop ${name} (last heard of 2 min. ago)`), 'and 2 more'],
    },
  ]);
});

it('names those that are overloaded, and not those that were when they ended', () => {
  const notes = notesOf({ mode: 'reduced' }, { mode: 'sampled', state: 'stopped' });
  expect(notes).toMatchObject([
    {
      lead: '1 instance is overloaded, and captures less:',
      names: [expect.stringMatching(/^shop web-1 \(reduced since \d\d:\d\d:\d\d\)$/)],
    },
  ]);
});

it('says what waits on the disk of those that live', () => {
  expect(notesOf({ spooled: 1_200 }, { spooled: 5, state: 'stopped' })).toMatchObject([
    { tone: 'warning', lead: '1,200 events are waiting on the disk.' },
  ]);
});

it('is alarmed by books that do not balance', () => {
  expect(notesOf({ balance: -3 })).toMatchObject([
    { tone: 'critical', lead: 'The books do not balance: 3 events are not accounted for.' },
  ]);
});
