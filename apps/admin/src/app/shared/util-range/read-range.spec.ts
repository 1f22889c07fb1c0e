import { readRange, unreadableRange } from './read-range';

const FROM = '2026-11-23T10:00:00Z';
const TO = '2026-11-23T12:00:00.000Z';

it.each([
  [{ hours: '1' }, { hours: 1 }],
  [{ hours: '13' }, { hours: 13 }],
  [{ hours: ['6', '1'] }, { hours: 6 }],
  [
    { from: FROM, to: TO },
    { from: FROM, to: TO },
  ],
  [{}, { hours: 24 }],
])('reads %j', (parameters, range) => {
  expect(readRange(parameters)).toEqual(range);
  expect(unreadableRange(parameters)).toEqual([]);
});

it.each([
  [{ hours: 'abc' }, ['hours']],
  [{ hours: '0' }, ['hours']],
  [{ hours: '1e1' }, ['hours']],
  [{ hours: '8785' }, ['hours']],
  [{ from: FROM }, ['from']],
  [{ from: TO, to: FROM }, ['from', 'to']],
  [{ from: 'yesterday', to: TO }, ['from', 'to']],
  [{ from: '2026-11-23', to: TO }, ['from', 'to']],
  [{ from: '2024-11-23T10:00:00Z', to: TO }, ['from', 'to']],
])('cannot read %j, and falls back to the last day', (parameters, names) => {
  expect(readRange(parameters)).toEqual({ hours: 24 });
  expect(unreadableRange(parameters)).toEqual(names);
});

it('takes the span of an address that gives hours as well', () => {
  const parameters = { hours: '6', from: FROM, to: TO };
  expect(readRange(parameters)).toEqual({ from: FROM, to: TO });
  expect(unreadableRange(parameters)).toEqual(['hours']);
});
