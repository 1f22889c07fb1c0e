import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import type { LiveSummary } from '@scitex/monitoring-contracts';
import { Subject } from 'rxjs';
import { Live } from './live';
import type { LiveEvent } from './live-connection';
import type { LiveState } from '../util-live/live-state';
import { followLive } from './follow-live';

const STORED = { metrics: 1, errors: 0, apiCalls: 0, activities: 0 };

let events: Subject<LiveEvent>;
const refresh = jest.fn();
const on = signal(true);
const loading = signal(false);
const scope = signal<{ app: string | undefined; environment: string | undefined }>({
  app: undefined,
  environment: undefined,
});

beforeEach(() => {
  jest.useFakeTimers();
  refresh.mockClear();
  events = new Subject();
  on.set(true);
  loading.set(false);
  scope.set({ app: undefined, environment: undefined });
  const state = signal<LiveState>({ name: 'live' });
  TestBed.configureTestingModule({ providers: [{ provide: Live, useValue: { events, state } }] });
  TestBed.runInInjectionContext(() => followLive({ on, loading, scope, refresh }));
  TestBed.tick();
});
afterEach(() => {
  TestBed.resetTestingModule();
  jest.useRealTimers();
});

function say(app: string | null, changes: Partial<LiveSummary> = {}): void {
  const sources = app === null ? [] : [{ app, environment: 'production', stored: STORED }];
  events.next({
    type: 'summary',
    data: { from: '', to: '', stale: false, refetch: false, sources, ...changes },
  });
  TestBed.tick();
}
function pass(milliseconds: number): void {
  jest.advanceTimersByTime(milliseconds);
  TestBed.tick();
}

it('refreshes at once, and then at most once a second', () => {
  say('shop');
  expect(refresh).toHaveBeenCalledTimes(1);
  for (let turn = 0; turn < 20; turn++) {
    say('shop');
    pass(100);
  }
  expect(refresh).toHaveBeenCalledTimes(3);
});

it('waits for the refresh that is under way', () => {
  loading.set(true);
  say('shop');
  pass(5000);
  expect(refresh).not.toHaveBeenCalled();
  loading.set(false);
  TestBed.tick();
  expect(refresh).toHaveBeenCalledTimes(1);
});

it('refreshes for what the page shows alone', () => {
  scope.set({ app: 'shop', environment: 'production' });
  say('other');
  expect(refresh).not.toHaveBeenCalled();
  say('shop');
  expect(refresh).toHaveBeenCalledTimes(1);
});

it('refreshes where more may have happened than was told', () => {
  say(null);
  expect(refresh).not.toHaveBeenCalled();
  say(null, { refetch: true });
  expect(refresh).toHaveBeenCalledTimes(1);
});

it('follows nothing while it is switched off', () => {
  on.set(false);
  TestBed.tick();
  expect(events.observed).toBe(false);
});
