import { DEFAULT_EXCLUDES, isExcluded, isStaticFile } from './exclusion.js';

describe('DEFAULT_EXCLUDES', () => {
  it.each(['/health', '/healthz', '/api/health/live', '/readyz', '/monitoring', '/monitoring/api/errors'])(
    'leave %s out',
    (path) => expect(isExcluded(path, DEFAULT_EXCLUDES)).toBe(true),
  );

  it.each(['/', '/monitoring-rooms', '/patients/7/health', '/healthy-food', '/papers'])('keep %s', (path) =>
    expect(isExcluded(path, DEFAULT_EXCLUDES)).toBe(false),
  );

  it('leave static files out, but not what a route of the host draws', () => {
    expect(isStaticFile('/logo.png', '(unmatched)', DEFAULT_EXCLUDES)).toBe(true);
    expect(isStaticFile('/static/app.js', '/static/*', DEFAULT_EXCLUDES)).toBe(true);
    expect(isStaticFile('/charts/7.png', '/charts/:name', DEFAULT_EXCLUDES)).toBe(false);
    expect(isStaticFile('/logo.png', '(unmatched)', [])).toBe(false);
  });
});

describe('isExcluded', () => {
  it('takes a string for a path with all below it, and keeps no state of a global RegExp', () => {
    expect(isExcluded('/internal/x', ['/internal'])).toBe(true);
    expect(isExcluded('/internals', ['/internal'])).toBe(false);
    const sticky = [/ping/g];
    expect([1, 2, 3].map(() => isExcluded('/ping', sticky))).toEqual([true, true, true]);
  });
});
