import { countEvents, weightOf } from './weight.js';

describe('weightOf', () => {
  it.each([1, 7, 2_147_483_647])('is the weight %d where that is a count', (weight) => {
    expect(weightOf({ weight })).toBe(weight);
  });

  it.each([undefined, null, 0, -3, 1.5, NaN, Infinity, 2_147_483_648, '7', 7n, {}])(
    'is 1 where the weight is %p',
    (weight) => {
      expect(weightOf({ weight })).toBe(1);
    },
  );

  it('is 1 for what cannot be read', () => {
    const unreadable = Object.defineProperty({}, 'weight', {
      get() {
        throw new Error('no');
      },
    });
    expect([null, undefined, 'text', unreadable].map(weightOf)).toEqual([1, 1, 1, 1]);
  });
});

describe('countEvents', () => {
  it('adds up what events stand for', () => {
    expect(countEvents([{ weight: 5 }, {}, { weight: 2 }])).toBe(8);
    expect(countEvents([])).toBe(0);
  });
});
