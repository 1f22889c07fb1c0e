import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { OverloadWatch } from './overload-watch.js';

const LIMIT = 250;

describe('OverloadWatch', () => {
  const warn = jest.spyOn(Logger.prototype, 'warn');
  const log = jest.spyOn(Logger.prototype, 'log');
  let delay: number | null;
  let watch: OverloadWatch;
  const stop = jest.fn();

  beforeEach(() => {
    warn.mockReset();
    log.mockReset();
    delay = null;
    watch = new OverloadWatch(LIMIT, { read: () => delay, stop });
  });
  const after = (...delays: (number | null)[]) => {
    for (const next of delays) {
      delay = next;
      watch.tick();
    }
    return watch.step;
  };
  const times = (count: number, value: number | null) => Array.from({ length: count }, () => value);

  it('records everything while nothing is known, and up to the limit', () => {
    expect(watch.state).toEqual({ mode: 'full', modeSince: null, eventLoopDelayP99: null });
    expect(after(null, null, null, ...times(20, LIMIT)).mode).toBe('full');
    expect(watch.state).toEqual({ mode: 'full', modeSince: null, eventLoopDelayP99: LIMIT });
  });

  it('takes no single delay for an overload', () => {
    expect(after(9_999, 10, 9_999, 10, 9_999, 200, 9_999).mode).toBe('full');
  });

  it('sheds detail first, then keeps fewer and fewer rows', () => {
    const steps = Array.from({ length: 8 }, () => after(300, 300));
    expect(steps.map(({ mode }) => mode)).toEqual(['reduced', ...times(7, null).map(() => 'sampled')]);
    const kept = steps.map(({ rowsPerKey }) => rowsPerKey);
    expect(kept[0]).toBe(Infinity);
    expect(kept.slice(1, 4)).toEqual([...kept.slice(1, 4)].sort((a, b) => b - a));
    expect(new Set(kept).size).toBe(4);
    expect(kept.at(-1)).toBeGreaterThan(0);
  });

  it('recovers step by step once the delay has been well below for a while', () => {
    after(...times(6, 300));
    const least = watch.step.rowsPerKey;
    expect(after(...times(4, 10)).rowsPerKey).toBe(least);
    expect(after(10).rowsPerKey).toBeGreaterThan(least);
    expect(after(...times(5, 10)).mode).toBe('reduced');
    expect(after(...times(5, null)).mode).toBe('full');
    expect(after(...times(50, 10)).mode).toBe('full');
  });

  it('stays as it is between calm and the limit', () => {
    after(...times(2, 300));
    expect(after(...times(50, 200)).mode).toBe('reduced');
    expect(after(...times(4, 10), 200, ...times(4, 10)).mode).toBe('reduced');
  });

  it('says since when', () => {
    const before = Date.now();
    after(...times(2, 300));
    expect(watch.state.modeSince).toBeGreaterThanOrEqual(before);
    expect(watch.state).toMatchObject({ mode: 'reduced', eventLoopDelayP99: 300 });
  });

  it('tells the host once when it begins, with the option, and once when it is over', () => {
    after(...times(20, 300.4));
    expect(warn).toHaveBeenCalledTimes(1);
    expect(String(warn.mock.calls[0])).toMatch(/300 ms .*limit 250 ms, option overload.eventLoopDelayMs/);
    expect(log).not.toHaveBeenCalled();
    after(...times(30, 0));
    expect(log).toHaveBeenCalledTimes(1);
  });

  it('does not tell each time, where the host swings', () => {
    for (let round = 0; round < 5; round++) after(...times(2, 300), ...times(5, 0));
    expect([warn.mock.calls.length, log.mock.calls.length]).toEqual([1, 1]);
  });

  it('does not mind a logger that throws', () => {
    warn.mockImplementation(() => {
      throw new Error('no logs today');
    });
    expect(after(...times(2, 300)).mode).toBe('reduced');
  });

  it('stops its source', () => {
    watch.stop();
    expect(stop).toHaveBeenCalled();
  });
});
