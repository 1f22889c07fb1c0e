import { ROUTES, rowsOf, type Compared, type Measured } from './cpu-rows.ts';
import { OURS } from './hosts.ts';

const [route] = ROUTES;
const bare = {};
const compared = (title: string): Compared => ({ title, host: { title }, bare });
const ours = compared(OURS);
const dear = compared('Dear');
const cheap = compared('Cheap');

/** A round with 100 µs bare, and so much more with each set-up. */
function roundOf(added: readonly (readonly [Compared, number])[]): Measured {
  const cpu = (value: number) => new Map([[route, { cpu: value, requests: 1 }]]);
  return new Map([[bare, cpu(100)], ...added.map(([{ host }, more]) => [host, cpu(100 + more)] as const)]);
}

describe('the rows of what a request takes', () => {
  const rounds = [9, 8, 30].map((own) =>
    roundOf([
      [ours, own],
      [dear, 200],
      [cheap, 20],
    ]),
  );

  it('have what ours adds first, held to its limit, and the peers from the cheapest on', () => {
    const rows = rowsOf(route, [ours, dear, cheap], rounds);
    expect(rows.map(({ name, value, reference }) => [name, value, reference])).toEqual([
      ['The module, on a GET', 9, 100],
      ['The module, on a GET', 9, 20],
      ['Cheap, on a GET', 20, 100],
      ['Dear, on a GET', 200, 100],
    ]);
    expect(rows.map(({ verdict }) => verdict)).toEqual([
      { goal: '≤ 10', met: true, sure: false },
      { goal: '< 1 of it', met: true, sure: true },
      undefined,
      undefined,
    ]);
  });

  it('hold ours below the cheapest peer of the same rounds', () => {
    const [, beside] = rowsOf(
      route,
      [ours, dear],
      [30, 30, 30].map((own) =>
        roundOf([
          [ours, own],
          [dear, 20],
        ]),
      ),
    );
    expect(beside).toMatchObject({ against: 'the cheapest peer: Dear', ratio: 1.5, verdict: { met: false } });
  });

  it('are of ours alone where no peer can be had', () => {
    expect(rowsOf(route, [ours], rounds)).toHaveLength(1);
  });
});
