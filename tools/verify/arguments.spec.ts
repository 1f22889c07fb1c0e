import { readArguments } from './arguments.ts';

describe('the arguments of npm run verify', () => {
  it('are all optional', () => {
    expect(readArguments([])).toEqual({ from: -Infinity, to: Infinity, mend: false });
  });

  it('take a window, and whether to mend', () => {
    expect(
      readArguments(['--from', '2026-02-01T00:00:00Z', '--to=2026-02-02T01:00:00+01:00', '--mend']),
    ).toEqual({
      from: Date.UTC(2026, 1, 1),
      to: Date.UTC(2026, 1, 2),
      mend: true,
    });
  });

  it('show the help instead', () => {
    expect(readArguments(['--help', '--from', 'x'])).toBeNull();
  });

  it.each([
    [['--from', 'yesterday'], '--from is «yesterday»: give it a time with its zone'],
    [['--to', '2026-02-30'], '--to is «2026-02-30»'],
    [['--from', '2026-02-02T00:00:00Z', '--to', '2026-02-01T00:00:00Z'], 'is not before --to: swap them.'],
    [['--form', 'x'], "Unknown option '--form': npm run verify takes"],
  ])('are refused with the mend: %j', (args, message) => {
    expect(() => readArguments(args)).toThrow(message);
  });
});
