import { newSpanId, newTraceId } from './trace-id.js';

describe.each([
  ['newTraceId', newTraceId, /^[0-9a-f]{32}$/],
  ['newSpanId', newSpanId, /^[0-9a-f]{16}$/],
])('%s', (_name, newId, form) => {
  it('never draws the same id twice', () => {
    const ids = Array.from({ length: 5_000 }, () => newId());
    expect(new Set(ids).size).toBe(5_000);
    expect(ids.every((id) => form.test(id))).toBe(true);
  });
});

it('keeps ids of both kinds apart when they are drawn in turns', () => {
  const ids = Array.from({ length: 2_000 }, () => newTraceId() + newSpanId());
  expect(new Set(ids.map((id) => id.slice(0, 16))).size).toBe(2_000);
  expect(ids.every((id) => id.length === 48)).toBe(true);
});
