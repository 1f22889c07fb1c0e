import { rateLimitOf } from './rate-limit.js';

const now = Date.parse('2026-11-27T12:00:00.000Z');
const inSeconds = (seconds: number) => new Date(now + 1000 * seconds).toISOString();
const read = (headers: Readonly<Record<string, string>>) => rateLimitOf(Object.entries(headers).flat(), now);

describe('rateLimitOf', () => {
  it.each([
    ['X-RateLimit', String(now / 1000 + 90)],
    ['x-rate-limit', '90'],
    ['RateLimit', '90'],
    ['x-ratelimit', String(now + 90_000)],
  ])('reads the three headers of %s, with a reset of %s', (family, reset) => {
    expect(
      read({ [`${family}-Limit`]: '60', [`${family}-Remaining`]: '0', [`${family}-Reset`]: reset }),
    ).toEqual({ limit: 60, remaining: 0, resetAt: inSeconds(90) });
  });

  it.each([
    [{ RateLimit: '"default";r=50;t=30', 'RateLimit-Policy': '"default";q=100;w=60' }, [100, 50, 30]],
    [{ RateLimit: '"a, b;r=1";r=9;t=3', 'RateLimit-Policy': '"x";q=1, "a, b;r=1";q=10' }, [10, 9, 3]],
    [{ ratelimit: 'default; r=5; t=30', 'ratelimit-policy': 'default; q=10' }, [10, 5, 30]],
    [
      { RateLimit: '"burst";r=9;t=1, "day";r=2;t=900', 'RateLimit-Policy': '"burst";q=10, "day";q=1000' },
      [1000, 2, 900],
    ],
    [{ RateLimit: 'limit=100, remaining=50, reset=5' }, [100, 50, 5]],
    [
      { 'RateLimit-Limit': '100, 100;w=60', 'RateLimit-Remaining': '7', 'RateLimit-Reset': '9.5' },
      [100, 7, 9.5],
    ],
    [{ 'RateLimit-Policy': '"default";q=100;w=60' }, [100, null, null]],
    [{ 'RateLimit-Policy': '100;w=60' }, [100, null, null]],
    [{ 'Retry-After': '120' }, [null, null, 120]],
    [{ 'retry-after': 'Fri, 27 Nov 2026 12:02:00 GMT' }, [null, null, 120]],
    [{ 'Retry-After': '120', 'X-RateLimit-Reset': '30' }, [null, null, 30]],
  ] as const)('reads %j', (headers, [limit, remaining, seconds]) => {
    expect(read(headers as Record<string, string>)).toEqual({
      limit,
      remaining,
      resetAt: seconds === null ? null : inSeconds(seconds),
    });
  });

  it('reads buffers as undici has them', () => {
    const headers = ['Date', 'now', 'X-RateLimit-Remaining', '3'].map((text) => Buffer.from(text));
    expect(rateLimitOf(headers, now)).toEqual({ limit: null, remaining: 3, resetAt: null });
  });

  it.each([
    [{}],
    [{ 'content-type': 'text/plain', 'x-request-id': '7', 'referrer-policy': 'no-referrer' }],
    [{ 'X-RateLimit-Limit': '-1', 'X-RateLimit-Remaining': '1e9', 'X-RateLimit-Reset': 'Infinity' }],
    [{ 'X-RateLimit-Limit': '9'.repeat(16), 'X-RateLimit-Remaining': 'NaN' }],
    [{ 'Retry-After': '999999999' }],
    [{ 'Retry-After': 'Fri, 99 Foo 2026 12:02:00 GMT' }],
    [{ 'Retry-After': 'soon' }],
    [{ 'X-RateLimit-Reset': '0'.repeat(40) }],
    [{ RateLimit: '"'.repeat(21) }],
    [{ RateLimit: ';=,'.repeat(9), 'RateLimit-Policy': '#0;q=x,#9' }],
    [{ RateLimit: '"__proto__";r=;t=' }],
    [{ '': '', r: '1', 'x-ratelimit-limit': '' }],
  ])('says nothing of %j', (headers) => expect(read(headers as Record<string, string>)).toBeNull());

  it('looks through a large head at once', () => {
    const headers = Array.from({ length: 4_000 }, (_, index) => `x-ratelimit-limit${index % 2 ? '' : '; '}`);
    const started = performance.now();
    for (let round = 0; round < 20; round++)
      rateLimitOf([...headers, 'RateLimit', '";,='.repeat(100_000), 'Retry-After', ' '.repeat(100_000)], now);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
