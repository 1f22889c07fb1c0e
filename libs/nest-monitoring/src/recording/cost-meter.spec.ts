import { jest } from '@jest/globals';
import { CostMeter } from './cost-meter.js';

describe('CostMeter', () => {
  let now = 1;
  beforeEach(() => void jest.spyOn(performance, 'now').mockImplementation(() => now));
  afterEach(() => jest.restoreAllMocks());

  /** Requests whose capture takes these milliseconds when they come, and when they are over. */
  const requests = (meter: CostMeter, count: number, begin: number, end: number) => {
    for (let request = 0; request < count; request++)
      for (const [timer, ms] of [
        [meter.begins, begin],
        [meter.ends, end],
      ] as const) {
        const startedAt = timer.start();
        now += ms;
        timer.stop(startedAt);
      }
  };

  it('knows nothing before the sixteenth request, nor before the first batch', () => {
    const meter = new CostMeter();
    requests(meter, 15, 1, 1);
    expect(meter.read()).toEqual({ captureMicros: null, batches: 0, storeMs: null });
  });

  it('adds up what a request costs when it comes and when it is over, in microseconds', () => {
    const meter = new CostMeter();
    requests(meter, 32, 0.25, 0.5);
    expect(meter.read().captureMicros).toBeCloseTo(750, 6);
  });

  it('looks at the clock for one request in sixteen', () => {
    const meter = new CostMeter();
    requests(meter, 160, 1, 1);
    expect(performance.now).toHaveBeenCalledTimes(10 * 4);
  });

  it('forgets what a cold start cost', () => {
    const meter = new CostMeter();
    requests(meter, 16, 500, 500);
    requests(meter, 16 * 256, 1, 1);
    expect(meter.read().captureMicros).toBeCloseTo(2_000, 6);
  });

  it('leaves out a moment in which the machine did something else', () => {
    const meter = new CostMeter();
    requests(meter, 16 * 20, 0.002, 0.004);
    requests(meter, 16, 40, 40);
    expect(meter.read().captureMicros).toBeCloseTo(6, 6);
  });

  it('counts batches, and averages what they took', () => {
    const meter = new CostMeter();
    for (const ms of [2, 4, 9]) meter.stored(ms);
    expect(meter.read()).toMatchObject({ batches: 3, storeMs: 5 });
  });
});
