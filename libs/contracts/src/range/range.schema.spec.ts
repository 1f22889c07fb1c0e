import { bucketSecondsFor } from './range.js';
import { rangeQuerySchema } from './range.schema.js';

const problems = (query: object) =>
  rangeQuerySchema.safeParse(query).error?.issues.map(({ path }) => path.join('.')) ?? [];

describe('rangeQuerySchema', () => {
  it.each([
    [{ hours: '24' }],
    [{ from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00+01:00' }],
    [{ method: 'get' }],
    [{}],
  ])('takes %j', (query) => expect(problems(query)).toEqual([]));

  it.each([
    [{ hours: '0' }, 'hours'],
    [{ hours: '9000' }, 'hours'],
    [{ hours: '1', from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00Z' }, 'hours'],
    [{ from: '2026-01-01T00:00:00Z' }, 'to'],
    [{ to: '2026-01-01T00:00:00Z' }, 'from'],
    [{ from: '2026-01-02T00:00:00Z', to: '2026-01-01T00:00:00Z' }, 'from'],
    [{ from: '2020-01-02T00:00:00Z', to: '2026-01-01T00:00:00Z' }, 'from'],
    [{ from: 'yesterday', to: '2026-01-01T00:00:00Z' }, 'from'],
    [{ from: '9999-12-31T00:00:00Z', to: '9999-12-31T23:00:00-12:00' }, 'to'],
    [{ method: 'GET; DROP' }, 'method'],
  ])('refuses %j and names %s', (query, field) => expect(problems(query)).toContain(field));

  it('refuses a parameter that it does not know', () => {
    expect(rangeQuerySchema.safeParse({ hour: '1' }).success).toBe(false);
  });
});

describe('bucketSecondsFor', () => {
  it.each([
    [1, 60],
    [6, 300],
    [24, 900],
    [72, 1800],
    [168, 3600],
    [8784, 172_800],
  ])('splits %d hours into buckets of %d seconds', (hours, seconds) => {
    expect(bucketSecondsFor(hours * 3_600_000)).toBe(seconds);
  });
});
