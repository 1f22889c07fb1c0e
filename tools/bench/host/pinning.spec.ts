import { coresIn } from './pinning.ts';

describe('the cores that a process may run on', () => {
  it.each([
    ["pid 7's current affinity list: 0\n", [0]],
    ["pid 7's current affinity list: 0,1\n", [0, 1]],
    ["pid 4711's current affinity list: 0-2,5,8-9\n", [0, 1, 2, 5, 8, 9]],
  ])('are read from %j', (affinity, cores) => {
    expect(coresIn(affinity)).toEqual(cores);
  });
});
