import { Random } from './random.ts';
import { Zipf } from './zipf.ts';

it('takes the n-th choice 1/n as often as the first', () => {
  const [random, zipf] = [new Random('zipf'), new Zipf([1, 2, 3, 4])];
  const counts = [0, 0, 0, 0, 0];
  for (let turn = 0; turn < 25_000; turn++) counts[zipf.pick(random)]!++;
  expect(counts.slice(1).map((count) => Math.round(count / 1000))).toEqual([12, 6, 4, 3]);
});
