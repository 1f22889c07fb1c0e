import { traceIdOf } from './trace-id.js';

const ID = '0af7651916cd43dd8448eb211c80319c';

describe('traceIdOf', () => {
  it('takes over the trace of a valid header', () => {
    expect(traceIdOf(`00-${ID}-b7ad6b7169203331-01`)).toBe(ID);
  });

  it.each([
    undefined,
    '',
    ID,
    `00-${'0'.repeat(32)}-b7ad6b7169203331-01`,
    `00-${ID.toUpperCase()}-b7ad6b7169203331-01`,
    `00-${ID}-b7ad6b7169203331-0\n`,
    [`00-${ID}-b7ad6b7169203331-01`],
  ])('begins a new trace for %j', (header) => {
    const id = traceIdOf(header);
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect(id).not.toBe(ID);
  });

  it('never begins the same trace twice', () => {
    const ids = new Set(Array.from({ length: 5_000 }, () => traceIdOf(undefined)));
    expect(ids.size).toBe(5_000);
  });
});
