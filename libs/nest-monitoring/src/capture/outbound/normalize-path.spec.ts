import { normalizePath } from './normalize-path.js';

describe('normalizePath', () => {
  it.each([
    ['/works', '/works'],
    ['/v1/works/42', '/v1/works/:id'],
    ['/u/0af76519-16cd-43dd-8448-eb211c80319c/x', '/u/:id/x'],
    ['/commit/4aafc71b2d9e', '/commit/:id'],
    ['/keys/01J8ZQ5V7K9M2N4P6R8S0T1V3W', '/keys/:id'],
    ['/facade/deadbeef', '/facade/deadbeef'],
    ['/oauth2/token', '/oauth2/token'],
    ['/cards/4111111111111111/limits', '/cards/[scrubbed]/limits'],
    ['/in;password=pw;a=1/x', '/in;password=[scrubbed];a=1/x'],
    ['/proxy/https%3A%2F%2Fada%3Apw%40db/x', '/proxy/https://[scrubbed]@db/x'],
  ])('makes %s %s', (path, normalized) => expect(normalizePath(path)).toBe(normalized));

  it('cuts what is longer than a path ought to be', () => {
    expect(normalizePath(`/x${'/a1b'.repeat(10_000)}`).length).toBeLessThanOrEqual(512);
  });
});
