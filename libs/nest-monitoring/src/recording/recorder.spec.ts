import { jest } from '@jest/globals';
import { countEvents, type Batch, type MetricEvent } from '@scitex/monitoring-contracts';
import type { Transport, WriteResult } from '../transport/transport.js';
import { OverloadWatch } from './overload/overload-watch.js';
import { Recorder, type RecorderOptions } from './recorder.js';

const OPTIONS: RecorderOptions = {
  source: { app: 'a', environment: 'test', release: null, instance: 'i' },
  sampling: { metrics: 1, errors: 1, apiCalls: 1, activities: 1 },
  maxEvents: 10,
  maxBytes: 1_000_000,
  batchSize: 4,
  flushIntervalMs: 1_000,
};

const metric = (value: number): MetricEvent => ({
  timestamp: 0,
  metricType: 'queue_length',
  endpoint: null,
  method: null,
  value,
  statusCode: null,
  userId: null,
  traceId: null,
  metadata: {},
});

/** Answers when it is told to, and remembers what it was sent. */
class FakeTransport implements Transport {
  readonly sent: Batch[] = [];
  refused = 0;
  isAway = false;
  isClosed = false;
  hold: Promise<void> = Promise.resolve();

  async send(batch: Batch): Promise<WriteResult> {
    this.sent.push(batch);
    await this.hold;
    if (this.isAway) throw new Error('away');
    const none = { metrics: 0, errors: 0, apiCalls: 0, activities: 0 };
    const stored = { ...none, metrics: countEvents(batch.metrics) - this.refused };
    return { stored, refused: { ...none, metrics: this.refused }, replayed: false };
  }

  async close(): Promise<void> {
    this.isClosed = true;
  }

  values(): number[][] {
    return this.sent.map(({ metrics }) => metrics.map(({ value }) => value));
  }
}

describe('Recorder', () => {
  let transport: FakeTransport;
  let recorder: Recorder;

  const start = (options: Partial<RecorderOptions> = {}) =>
    (recorder = new Recorder(transport, { ...OPTIONS, ...options }));
  const record = (...values: number[]) =>
    values.forEach((value) => recorder.record('metrics', metric(value)));
  const expectBalance = () => {
    const { captured, stored, buffered, spooled, dropped } = recorder.stats();
    const lost = Object.values(dropped).reduce((sum, count) => sum + count, 0);
    expect(captured).toBe(stored + buffered + spooled + lost);
  };

  beforeEach(() => {
    jest.useFakeTimers();
    transport = new FakeTransport();
    start();
  });
  afterEach(async () => {
    transport.isAway = false;
    const closing = recorder.close(0);
    await jest.advanceTimersByTimeAsync(10);
    await closing;
    jest.useRealTimers();
  });

  it('sends nothing before its time', async () => {
    record(1, 2);
    await jest.advanceTimersByTimeAsync(999);
    expect(transport.sent).toHaveLength(0);
    await jest.advanceTimersByTimeAsync(1);
    expect(transport.values()).toEqual([[1, 2]]);
    expect(recorder.stats()).toMatchObject({ captured: 2, stored: 2, buffered: 0 });
  });

  it('sends a full batch at once, in the order of recording', async () => {
    record(1, 2, 3, 4, 5);
    await jest.advanceTimersByTimeAsync(1);
    expect(transport.values()).toEqual([[1, 2, 3, 4]]);
  });

  it('has one batch on its way at most', async () => {
    let release = () => undefined as void;
    transport.hold = new Promise((resolve) => (release = resolve));
    record(1, 2, 3, 4, 5, 6, 7, 8);
    await jest.advanceTimersByTimeAsync(5_000);
    expect(transport.sent).toHaveLength(1);
    expect(recorder.stats()).toMatchObject({ stored: 0, buffered: 8 });
    release();
    await jest.advanceTimersByTimeAsync(1);
    expect(transport.values()).toEqual([
      [1, 2, 3, 4],
      [5, 6, 7, 8],
    ]);
    expectBalance();
  });

  it('sends a batch that failed again under the same id, after a pause that grows', async () => {
    transport.isAway = true;
    record(1);
    await jest.advanceTimersByTimeAsync(1_000);
    record(2);
    await jest.advanceTimersByTimeAsync(500);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(transport.values()).toEqual([[1], [1], [1]]);
    expect(new Set(transport.sent.map(({ id }) => id)).size).toBe(1);
    transport.isAway = false;
    await jest.advanceTimersByTimeAsync(60_000);
    expect(transport.values().slice(-2)).toEqual([[1], [2]]);
    expect(recorder.stats()).toMatchObject({ captured: 2, stored: 2 });
    expectBalance();
  });

  it('drops the newest when it holds as many events as it may, those on their way included', async () => {
    transport.isAway = true;
    record(1, 2, 3, 4, 5, 6);
    await jest.advanceTimersByTimeAsync(1_000);
    record(7, 8, 9, 10, 11, 12);
    expect(recorder.stats()).toMatchObject({ captured: 12, buffered: 10, dropped: { 'buffer-full': 2 } });
    expect(recorder.stats().kinds.metrics.dropped).toEqual({ 'buffer-full': 2 });
    transport.isAway = false;
    await recorder.flush(10_000);
    expect(transport.values().flat().slice(-10)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].slice(-10));
    expectBalance();
  });

  it('drops what does not fit into its bytes', () => {
    start({ maxBytes: 10_000 });
    recorder.record('metrics', { ...metric(1), endpoint: '/x'.repeat(10_000) });
    record(2);
    expect(recorder.stats()).toMatchObject({ buffered: 1, dropped: { 'buffer-full': 1 } });
  });

  it('counts what the store refused as dropped', async () => {
    transport.refused = 1;
    record(1, 2, 3);
    await recorder.flush(1_000);
    expect(recorder.stats()).toMatchObject({ stored: 2, buffered: 0, dropped: { refused: 1 } });
    expectBalance();
  });

  it('counts what sampling leaves out', () => {
    start({ sampling: { ...OPTIONS.sampling, metrics: 0 } });
    record(1, 2, 3);
    expect(recorder.stats()).toMatchObject({ captured: 3, buffered: 0, dropped: { sampled: 3 } });
  });

  it('flushes what was recorded before the call, and does not wait for what comes after', async () => {
    record(1, 2, 3, 4, 5);
    const flushed = recorder.flush(10_000);
    expect(await flushed).toBe(true);
    expect(transport.values()).toEqual([[1, 2, 3, 4], [5]]);
    expect(await recorder.flush(10_000)).toBe(true);
  });

  it('gives up a flush when its time is over, and keeps the events', async () => {
    transport.isAway = true;
    record(1);
    const flushed = recorder.flush(2_000);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(await flushed).toBe(false);
    expect(recorder.stats()).toMatchObject({ buffered: 1 });
  });

  it('stores what is left when it closes, and then takes nothing more', async () => {
    record(1, 2, 3, 4, 5, 6);
    await recorder.close(1_000);
    record(7);
    expect(transport.isClosed).toBe(true);
    expect(recorder.stats()).toMatchObject({ captured: 7, stored: 6, buffered: 0, dropped: { shutdown: 1 } });
    expectBalance();
  });

  it('does not count a batch twice that is stored after it was given up', async () => {
    let release = () => undefined as void;
    transport.hold = new Promise((resolve) => (release = resolve));
    record(1, 2);
    const closing = recorder.close(1_000);
    await jest.advanceTimersByTimeAsync(1_000);
    await closing;
    release();
    await jest.advanceTimersByTimeAsync(1);
    expect(recorder.stats()).toMatchObject({ stored: 0, buffered: 0, dropped: { shutdown: 2 } });
    expectBalance();
  });

  describe('under overload', () => {
    let delay = 0;
    const overloaded = async (options: Partial<RecorderOptions> = {}) => {
      const watch = new OverloadWatch(100, { read: () => delay, stop: () => undefined });
      recorder = new Recorder(transport, { ...OPTIONS, ...options }, null, watch);
      delay = 1_000;
      await jest.advanceTimersByTimeAsync(20_000);
      expect(recorder.stats().overload).toMatchObject({ mode: 'sampled', eventLoopDelayP99: 1_000 });
    };
    const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

    it('says nothing of an overload that it does not watch for', () => {
      expect(recorder.stats().overload).toEqual({ mode: 'full', modeSince: null, eventLoopDelayP99: null });
    });

    it('counts each event, and sends a few rows that weigh as much', async () => {
      await overloaded();
      record(...numbers(100));
      expect(recorder.stats()).toMatchObject({ captured: 100, buffered: 100, stored: 0 });
      expect(await recorder.flush(1_000)).toBe(true);
      expect(transport.values().flat()).toHaveLength(4);
      expect(recorder.stats()).toMatchObject({ captured: 100, buffered: 0, stored: 100 });
    });

    it('sends what it held back at the next tick, and everything alone once it is over', async () => {
      await overloaded();
      record(...numbers(50));
      delay = 0;
      await jest.advanceTimersByTimeAsync(1_000);
      expect(recorder.stats()).toMatchObject({ stored: 50 });
      await jest.advanceTimersByTimeAsync(60_000);
      expect(recorder.stats().overload.mode).toBe('full');
      record(1, 2, 3);
      await jest.advanceTimersByTimeAsync(1_000);
      expect(transport.values().at(-1)).toEqual([1, 2, 3]);
      expectBalance();
    });

    it('counts all that a row stands for as dropped where there is no room for it', async () => {
      await overloaded({ maxEvents: 3 });
      transport.isAway = true;
      record(...numbers(40));
      await jest.advanceTimersByTimeAsync(1_000);
      expect(recorder.stats()).toMatchObject({ captured: 40, buffered: 30, dropped: { 'buffer-full': 10 } });
      expectBalance();
    });

    it('stores what it holds back when it closes', async () => {
      await overloaded();
      record(...numbers(30));
      await recorder.close(1_000);
      expect(recorder.stats()).toMatchObject({ captured: 30, stored: 30, buffered: 0 });
      expectBalance();
    });
  });
});
