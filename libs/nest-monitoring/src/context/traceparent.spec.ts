import { isTraceparent, nextTraceparent, traceIdIn } from './traceparent.js';

const ID = '0af7651916cd43dd8448eb211c80319c';
const PARENT = 'b7ad6b7169203331';
const ZERO_ID = '0'.repeat(32);
const ZERO_PARENT = '0'.repeat(16);

describe('isTraceparent', () => {
  it.each([
    `00-${ID}-${PARENT}-01`,
    `00-${ID}-${PARENT}-00`,
    `00-${ID}-${PARENT}-ff`,
    `cc-${ID}-${PARENT}-01`,
    `cc-${ID}-${PARENT}-01-what-the-future-will-bring`,
  ])('takes %s', (header) => {
    expect(isTraceparent(header)).toBe(true);
    expect(traceIdIn(header)).toBe(ID);
  });

  it.each([
    undefined,
    null,
    '',
    ID,
    [`00-${ID}-${PARENT}-01`],
    `ff-${ID}-${PARENT}-01`,
    `0G-${ID}-${PARENT}-01`,
    `00-${ZERO_ID}-${PARENT}-01`,
    `00-${ID}-${ZERO_PARENT}-01`,
    `00-${ID.toUpperCase()}-${PARENT}-01`,
    `00-${ID}-${PARENT.toUpperCase()}-01`,
    `00-${ID.slice(1)}g-${PARENT}-01`,
    `00-${ID}-${PARENT}-0x`,
    `00-${ID}-${PARENT}-0`,
    `00-${ID}-${PARENT}-0\n`,
    `00-${ID}-${PARENT}-01-x`,
    `00-${ID}-${PARENT}-01, 00-${ID}-${PARENT}-01`,
    `cc-${ID}-${PARENT}-01.x`,
    `00_${ID}-${PARENT}-01`,
    `00-${ID}_${PARENT}-01`,
    `00-${ID}-${PARENT}_01`,
    ` 0-${ID}-${PARENT}-01`,
  ])('refuses %j', (header) => expect(isTraceparent(header)).toBe(false));
});

describe('nextTraceparent', () => {
  it('keeps the trace and names a parent of its own each time', () => {
    const headers = [nextTraceparent(ID, null), nextTraceparent(ID, null)];
    expect(headers.every(isTraceparent)).toBe(true);
    expect(headers.map(traceIdIn)).toEqual([ID, ID]);
    expect(headers[0]).not.toBe(headers[1]);
    expect(headers[0]).toMatch(/-01$/);
  });

  it.each([
    ['00', '00'],
    ['01', '01'],
    ['03', '03'],
    ['fd', '01'],
  ])('passes the flags %s on as %s', (flags, passed) => {
    expect(nextTraceparent(ID, `00-${ID}-${PARENT}-${flags}`).slice(-2)).toBe(passed);
  });
});
