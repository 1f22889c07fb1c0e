import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { type AutoRefresh, autoRefresh, REFRESH_EVERY_MS } from './auto-refresh';

const refresh = jest.fn();
let hidden = false;
let auto: AutoRefresh;

beforeEach(() => {
  jest.useFakeTimers();
  refresh.mockClear();
  localStorage.clear();
  hidden = false;
  jest.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden);
  auto = TestBed.runInInjectionContext(() => autoRefresh(refresh));
  TestBed.tick();
});

afterEach(() => {
  TestBed.resetTestingModule();
  jest.restoreAllMocks();
  jest.useRealTimers();
});

function show(visible: boolean): void {
  hidden = !visible;
  document.dispatchEvent(new Event('visibilitychange'));
}

it('refreshes every 30 seconds', () => {
  jest.advanceTimersByTime(2 * REFRESH_EVERY_MS);
  expect(refresh).toHaveBeenCalledTimes(2);
});

it('stops when it is switched off', () => {
  auto.turn(false);
  TestBed.tick();
  jest.advanceTimersByTime(REFRESH_EVERY_MS);
  expect(refresh).not.toHaveBeenCalled();
});

it('leaves the server alone while nobody looks, and catches up at once', () => {
  show(false);
  jest.advanceTimersByTime(3 * REFRESH_EVERY_MS);
  expect(refresh).not.toHaveBeenCalled();
  show(true);
  expect(refresh).toHaveBeenCalledTimes(1);
});

it('does not refresh for a glance away', () => {
  show(false);
  show(true);
  expect(refresh).not.toHaveBeenCalled();
});

it('ends with its page', () => {
  TestBed.resetTestingModule();
  jest.advanceTimersByTime(REFRESH_EVERY_MS);
  expect(refresh).not.toHaveBeenCalled();
});
