import { EVENT_KINDS, type Batch, type EventKind, type RateLimit } from '@scitex/monitoring-contracts';
import { batches } from './batches.ts';
import { countOf, totalsOf, type Plan } from './plan.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const until = Date.parse('2026-03-04T15:27:31.008Z');
const plan: Plan = { seed: 1, scale: 1, days: 1, until };

const all = <K extends EventKind>(kind: K, of: Plan = plan): Batch[K][number][] =>
  [...batches(of)].flatMap((batch) => batch[kind] as Batch[K][number][]);
const requests = (of: Plan = plan) =>
  all('metrics', of).filter(({ metricType }) => metricType === 'response_time');
const movedBy = <Event extends Batch[EventKind][number]>(event: Event, ms: number): object => ({
  ...event,
  timestamp: event.timestamp + ms,
  ...('rateLimit' in event && event.rateLimit && { rateLimit: resetLater(event.rateLimit, ms) }),
});
const resetLater = (limit: RateLimit, ms: number): RateLimit => ({
  ...limit,
  resetAt: new Date(Date.parse(limit.resetAt ?? '') + ms).toISOString(),
});
const tally = (items: readonly string[]) => {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
};

describe('the amount of data', () => {
  it('is 765 metrics, 298 API calls, 205 activities and 8 errors', () => {
    const counts = Object.fromEntries(EVENT_KINDS.map((kind) => [kind, all(kind).length]));
    expect(counts).toEqual({ metrics: 765, apiCalls: 298, activities: 205, errors: 8 });
  });

  it.each([
    { ...plan, scale: 7 },
    { ...plan, scale: 13, days: 9, seed: 99 },
    { ...plan, days: 366, seed: 5 },
  ])('is scaled exactly: $scale times over $days days', (scaled) => {
    const counts = Object.fromEntries(EVENT_KINDS.map((kind) => [kind, all(kind, scaled).length]));
    expect(counts).toEqual(totalsOf(scaled));
  });

  it('comes in batches of bounded size', () => {
    const sizes = [...batches({ ...plan, scale: 100 })].map((batch) =>
      EVENT_KINDS.reduce((sum, kind) => sum + batch[kind].length, 0),
    );
    expect(sizes.reduce((sum, size) => sum + size)).toBe(countOf(totalsOf({ ...plan, scale: 100 })));
    expect(Math.max(...sizes)).toBeLessThan(6000);
  });
});

describe('the seed', () => {
  it('decides everything', () => {
    expect([...batches({ ...plan })]).toEqual([...batches(plan)]);
    expect(all('metrics', { ...plan, seed: 2 })).not.toEqual(all('metrics'));
  });

  it('gives the same data at another time, moved by the difference', () => {
    const later = [...batches({ ...plan, until: until + 12_345_678 })];
    for (const [index, batch] of [...batches(plan)].entries())
      for (const kind of EVENT_KINDS) {
        const moved = batch[kind].map((event) => movedBy(event, 12_345_678));
        expect(later[index]?.[kind]).toEqual(moved);
      }
  });

  it('gives batches ids of their own, and others for another plan', () => {
    const ids = (of: Plan) => [...batches(of)].map(({ id }) => id);
    const plans = [plan, { ...plan, seed: 2 }, { ...plan, until: until - 1 }, { ...plan, days: 2 }];
    const every = plans.flatMap(ids);
    expect(new Set(every).size).toBe(every.length);
    for (const id of every)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

describe('the shape of the data', () => {
  it.each([1, 3, 30])('fills a window of %i days, and nothing outside it', (days) => {
    const window = { ...plan, days, scale: 3 };
    const times = EVENT_KINDS.flatMap((kind) => all(kind, window).map(({ timestamp }) => timestamp));
    expect(Math.min(...times)).toBeGreaterThanOrEqual(until - days * DAY);
    expect(Math.max(...times)).toBeLessThan(until);
    const newest = Math.max(...requests(window).map(({ timestamp }) => timestamp));
    expect(until - newest).toBeLessThan(days * HOUR);
  });

  it('is busy in the afternoon and quiet at night', () => {
    const hoursBack = requests({ ...plan, scale: 10 }).map(({ timestamp }) =>
      Math.floor((until - timestamp) / HOUR),
    );
    const between = (from: number, to: number) =>
      hoursBack.filter((hour) => hour >= from && hour < to).length;
    expect(between(0, 3)).toBeGreaterThan(5 * between(11, 14));
  });

  it('has a slow tail: the 99th percentile is many times the median', () => {
    const times = requests({ ...plan, scale: 10 })
      .map(({ value }) => value)
      .sort((a, b) => a - b);
    const at = (share: number) => times[Math.floor(share * times.length)] ?? 0;
    expect(at(0.5)).toBeGreaterThan(30);
    expect(at(0.5)).toBeLessThan(150);
    expect(at(0.99)).toBeGreaterThan(8 * at(0.5));
  });

  it('has favourites among the endpoints', () => {
    const counts = tally(requests().map(({ method, endpoint }) => `${method} ${endpoint}`));
    expect(counts.get('GET /api/papers')).toBe(Math.max(...counts.values()));
    expect(counts.size).toBeGreaterThan(10);
  });

  it('has one failed request behind each error, and no other', () => {
    const failed = requests().filter(({ statusCode }) => (statusCode ?? 0) >= 500);
    expect(
      all('errors').map(({ traceId, timestamp, endpoint }) => ({ traceId, timestamp, endpoint })),
    ).toEqual(
      expect.arrayContaining(
        failed.map(({ traceId, timestamp, endpoint }) => ({ traceId, timestamp, endpoint })),
      ),
    );
    expect(failed).toHaveLength(8);
  });

  it('has errors in bursts: the worst two hours of a day hold a third of them', () => {
    const hours = tally(
      all('errors', { ...plan, scale: 50 }).map(({ timestamp }) => String(Math.floor(timestamp / HOUR))),
    );
    const worst = [...hours.values()].sort((a, b) => b - a).slice(0, 2);
    expect(worst.reduce((sum, count) => sum + count)).toBeGreaterThan((8 * 50) / 3);
  });

  it('has errors of several kinds, each with the stack of the portal', () => {
    const errors = all('errors', { ...plan, scale: 50 });
    expect(new Set(errors.map(({ errorType }) => errorType)).size).toBeGreaterThan(4);
    for (const { errorType, message, stackTrace } of errors) {
      expect(stackTrace?.startsWith(`${errorType}: ${message}\n    at `)).toBe(true);
      expect(stackTrace).toContain('/srv/portal/dist/');
    }
  });

  it('has four APIs, of which one fails most', () => {
    const calls = all('apiCalls', { ...plan, scale: 20 });
    const failures = tally(calls.filter(({ success }) => !success).map(({ apiName }) => apiName));
    const rates = [...tally(calls.map(({ apiName }) => apiName))].map(
      ([name, count]) => [name, (failures.get(name) ?? 0) / count] as const,
    );
    expect(rates).toHaveLength(4);
    expect(rates.sort((a, b) => b[1] - a[1])[0]?.[0]).toBe('api.deepl.com');
  });

  it('has every activity under a user and a session', () => {
    const activities = all('activities');
    expect(activities.every(({ userId, sessionId }) => userId && sessionId?.startsWith(userId))).toBe(true);
    expect(new Set(activities.map(({ userId }) => userId)).size).toBeGreaterThan(10);
  });
});
