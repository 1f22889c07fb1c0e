import { Profile } from './profile.ts';

const profile = new Profile([1, 3, 4, 2]);

describe('Profile', () => {
  it('shares out by weight', () => {
    expect([0, 0.25, 0.5, 0.75, 1].map((position) => profile.shareBy(position))).toEqual([
      0, 0.1, 0.4, 0.8, 1,
    ]);
  });

  it('shares out evenly within a step', () => {
    expect(profile.shareBy(0.375)).toBeCloseTo(0.25, 12);
  });

  it('finds the position of a share again', () => {
    for (let step = 0; step <= 1000; step++)
      expect(profile.positionOf(profile.shareBy(step / 1000))).toBeCloseTo(step / 1000, 12);
  });

  it('begins at 0 and ends at 1, whatever the weights add up to', () => {
    const uneven = new Profile(Array.from({ length: 997 }, (_, step) => 0.1 + (step % 7) / 3));
    expect([uneven.shareBy(0), uneven.shareBy(1), uneven.positionOf(0), uneven.positionOf(1)]).toEqual([
      0, 1, 0, 1,
    ]);
  });
});
