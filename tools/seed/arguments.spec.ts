import { readArguments } from './arguments.ts';

const now = new Date('2026-03-04T15:00:00Z');
const read = (...args: string[]) => readArguments(args, now);

describe('the arguments of npm run seed', () => {
  it('are all optional', () => {
    expect(read()).toEqual({ scale: 1, days: 1, seed: 1, until: now.getTime() });
  });

  it('take scale, days, seed and until', () => {
    const until = '2026-02-01T00:00:00+01:00';
    expect(read('--scale', '1000', '--days=30', '--seed', '0', '--until', until)).toEqual({
      scale: 1000,
      days: 30,
      seed: 0,
      until: Date.parse(until),
    });
  });

  it('show the help instead of a plan', () => {
    expect(read('--help', '--scale', '3')).toBeNull();
  });

  it.each([
    [['--scale', '0'], '--scale is «0»: give it a whole number from 1 to 100000.'],
    [['--scale', '-1'], '--scale is «-1»'],
    [['--scale', '1.5'], '--scale is «1.5»'],
    [['--scale', '1e3'], '--scale is «1e3»'],
    [['--scale='], '--scale is «»'],
    [['--days', '367'], '--days is «367»: give it a whole number from 1 to 366.'],
    [['--seed=-1'], '--seed is «-1»'],
    [['--seed', '9007199254740992'], '--seed is «9007199254740992»'],
    [['--until', 'yesterday'], '--until is «yesterday»'],
    [['--until', '2026-02-30'], '--until is «2026-02-30»'],
    [['--until', '2026-03-04T15:00:01Z'], 'give it a time that is past'],
    [['--sclae', '3'], "Unknown option '--sclae': npm run seed takes"],
    [['3'], 'npm run seed takes --scale, --days, --seed, --until and --help'],
  ])('are refused with the mend: %j', (args, message) => {
    expect(() => read(...args)).toThrow(message);
  });
});
