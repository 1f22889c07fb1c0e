import { countEvents, type EventKind, type MetricEvent } from '@scitex/monitoring-contracts';
import { randomEvent } from '../../../test/app/random-events.js';
import { randomNumbers } from '@scitex/monitoring-storage/testing';
import { Shedder } from './shedder.js';

const metric = (changes: object = {}): MetricEvent => ({
  timestamp: 1_000,
  metricType: 'response_time',
  endpoint: '/papers',
  method: 'GET',
  value: 1,
  statusCode: 200,
  userId: null,
  traceId: null,
  metadata: { userAgent: 'spec' },
  ...changes,
});

describe('Shedder', () => {
  let admitted: { kind: EventKind; row: { readonly weight?: number } }[];
  let shedder: Shedder;
  beforeEach(() => {
    admitted = [];
    shedder = new Shedder((kind, row) => admitted.push({ kind, row }), randomNumbers(1));
    shedder.rowsPerKey = 2;
  });
  const take = (...events: MetricEvent[]) => events.forEach((event) => shedder.take('metrics', event));
  const weights = () => {
    shedder.drain();
    return admitted.map(({ row }) => row.weight ?? 1);
  };

  it('passes everything on at once, without its detail, while nothing is to be merged', () => {
    shedder.rowsPerKey = Infinity;
    take(metric(), metric(), metric());
    expect(admitted.map(({ row }) => row)).toEqual(Array.from({ length: 3 }, () => metric({ metadata: {} })));
  });

  it('merges what differs in nothing but its value, its user and its trace', () => {
    take(...[1, 2, 3, 4, 5].map((value) => metric({ value, userId: `u${value}`, traceId: `t${value}` })));
    expect(weights().sort()).toEqual([2, 3]);
  });

  it.each([
    { endpoint: '/other' },
    { endpoint: null },
    { method: 'POST' },
    { statusCode: 404 },
    { metricType: 'queue_length' },
    { timestamp: 2_000 },
    { metadata: { success: false } },
  ])('does not merge what has another %j', (changes) => {
    take(metric(), metric(), metric(), metric(changes));
    expect(weights().sort()).toEqual([1, 1, 2]);
  });

  it.each([NaN, Infinity, -1, '7', null, undefined, 7n])(
    'leaves a value alone that the store refuses: %p',
    (value) => {
      take(metric(), metric(), metric(), metric({ value }));
      expect(admitted.map(({ row }) => row)).toEqual([metric({ value, metadata: {} })]);
      expect(weights().sort()).toEqual([1, 1, 2]);
    },
  );

  it('leaves alone what cannot be read', () => {
    const unreadable = {
      toJSON: () => {
        throw new Error('no');
      },
    };
    take(metric({ endpoint: unreadable }), metric({ endpoint: 7n }), metric({ endpoint: unreadable }));
    expect(admitted).toHaveLength(3);
  });

  it('keeps whether a run succeeded', () => {
    take(...[true, false, false].map((success) => metric({ metadata: { success, args: 'many' } })));
    shedder.drain();
    const outcomes = admitted.map(({ row }) => (row as MetricEvent).metadata);
    expect(outcomes).toEqual([{ success: true }, { success: false }, { success: false }]);
  });

  it('begins anew with each drain', () => {
    take(metric(), metric(), metric());
    shedder.drain();
    take(metric());
    expect(weights()).toEqual([expect.any(Number), expect.any(Number), 1]);
    expect(countEvents(admitted.map(({ row }) => row))).toBe(4);
  });

  it('holds back no more than a few megabytes', () => {
    for (let index = 0; index < 300; index++) take(metric({ endpoint: `/${index}`.padEnd(10_000, 'x') }));
    expect(admitted.length).toBeGreaterThan(0);
    for (let index = 0; index < 6_000; index++) take(metric({ endpoint: `/${index}` }));
    expect(weights()).toHaveLength(6_300);
  });

  it('loses and adds nothing, whatever comes', () => {
    const random = randomNumbers(9);
    const taken = new Map<EventKind, number>();
    for (let round = 0; round < 5_000; round++) {
      if (random() < 0.01) shedder.drain();
      if (random() < 0.01) shedder.rowsPerKey = 1 + Math.floor(random() * 8);
      const { kind, event } = randomEvent(random);
      taken.set(kind, (taken.get(kind) ?? 0) + 1);
      shedder.take(kind, event);
    }
    shedder.drain();
    for (const [kind, count] of taken) {
      const rows = admitted.filter((entry) => entry.kind === kind).map(({ row }) => row);
      expect(countEvents(rows)).toBe(count);
    }
  });
});
