import { EventEmitter } from 'node:events';
import type { MessageEvent } from '@nestjs/common';
import { jest } from '@jest/globals';
import type { LiveSummary } from '@scitex/monitoring-contracts';
import type { Response } from 'express';
import { LiveLog } from './live-log.js';
import { liveStream } from './live-stream.js';

const STORED = { metrics: 1, errors: 0, apiCalls: 0, activities: 0 };

class FakeResponse extends EventEmitter {
  writableNeedDrain = false;
  readonly destroy = jest.fn();
}

let log: LiveLog;
let response: FakeResponse;
let sent: MessageEvent[];

beforeEach(() => {
  jest.useFakeTimers();
  log = new LiveLog();
  log.append({ kind: 'gap' });
  jest.advanceTimersByTime(60_000);
  response = new FakeResponse();
  sent = [];
});
afterEach(() => jest.useRealTimers());

function follow(lastEventId?: string) {
  const options = { scope: {}, lastEventId, response: response as unknown as Response };
  return liveStream(log, options).subscribe((event) => sent.push(event));
}
const store = (app = 'shop') => log.append({ kind: 'stored', app, environment: 'test', stored: STORED });
const summaries = () => sent.filter(({ type }) => type === 'summary').map(({ data }) => data as LiveSummary);

it('tells at most once a second, and then of everything since', () => {
  follow();
  jest.advanceTimersByTime(1000);
  for (let turn = 0; turn < 30; turn++) {
    store();
    jest.advanceTimersByTime(100);
  }
  const counts = summaries().map(({ sources }) => sources[0]?.stored.metrics);
  expect(counts).toEqual([undefined, 1, 9, 10, 10]);
});

it('tells a client that reads too slowly nothing, and of everything at once after that', () => {
  follow();
  response.writableNeedDrain = true;
  for (let turn = 0; turn < 500; turn++) {
    store();
    jest.advanceTimersByTime(10);
  }
  expect(summaries()).toHaveLength(1);
  response.writableNeedDrain = false;
  response.emit('drain');
  jest.advanceTimersByTime(1000);
  expect(summaries()).toHaveLength(2);
  expect(summaries()[1]).toMatchObject({ refetch: false, sources: [{ stored: { metrics: 500 } }] });
});

it('has a client that missed too much read everything anew', () => {
  follow();
  response.writableNeedDrain = true;
  for (let turn = 0; turn < 5000; turn++) store();
  response.writableNeedDrain = false;
  response.emit('drain');
  jest.advanceTimersByTime(1000);
  expect(summaries()[1]).toMatchObject({ refetch: true, stale: false });
});

it('cuts off a client that reads nothing', () => {
  follow();
  response.writableNeedDrain = true;
  jest.advanceTimersByTime(29_000);
  expect(response.destroy).not.toHaveBeenCalled();
  jest.advanceTimersByTime(1_000);
  expect(response.destroy).toHaveBeenCalled();
});

it('shows every 15 seconds that it lives', () => {
  follow();
  jest.advanceTimersByTime(30_000);
  expect(sent.filter(({ comment }) => comment)).toHaveLength(2);
});

it('tells again of what a client may not have read', () => {
  follow();
  const error = { change: 'new', errorType: 'E', title: 'T', severity: 'low', environment: 'test' } as const;
  for (const app of ['one', 'two']) log.append({ kind: 'error', error: { ...error, id: app, app } });
  store();
  jest.advanceTimersByTime(1000);
  const [first, second, summary] = sent.slice(1);
  expect(summary?.type).toBe('summary');
  sent = [];
  follow(first?.id).unsubscribe();
  expect(sent.map(({ type }) => type)).toEqual(['error', 'error', 'summary']);
  sent = [];
  follow(second?.id).unsubscribe();
  expect(sent).toHaveLength(3);
  sent = [];
  follow(summary?.id);
  expect(summaries()).toMatchObject([{ refetch: false, sources: [] }]);
});

it('tells a new page of what was stored while it read its figures, and of nothing older', () => {
  store('older');
  jest.advanceTimersByTime(6000);
  store('meanwhile');
  follow();
  expect(summaries()).toMatchObject([{ refetch: false, sources: [{ app: 'meanwhile' }] }]);
});

it('says when the server has lost touch with the store, and when it is back', () => {
  follow();
  log.append({ kind: 'deaf' });
  jest.advanceTimersByTime(1000);
  log.append({ kind: 'gap' });
  jest.advanceTimersByTime(1000);
  expect(summaries().map(({ stale, refetch }) => ({ stale, refetch }))).toEqual([
    { stale: false, refetch: false },
    { stale: true, refetch: false },
    { stale: false, refetch: true },
  ]);
});

it('leaves nothing behind', () => {
  follow().unsubscribe();
  store();
  expect(jest.getTimerCount()).toBe(0);
  expect(response.listenerCount('drain')).toBe(0);
});
