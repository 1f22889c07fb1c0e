import { readArguments, USAGE } from './arguments.ts';
import { BENCHES } from './benches.ts';

const namesOf = (args: string[]) => readArguments(args)?.benches.map(({ name }) => name);

describe('the arguments of npm run bench', () => {
  it('select every bench but the long ones by default, in ten rounds', () => {
    const quick = BENCHES.filter(({ onlyByName }) => !onlyByName);
    expect(readArguments([])).toEqual({ benches: quick, rounds: 10, publish: false });
  });

  it('select benches by name, in the order in which they run', () => {
    expect(namesOf(['latency', 'writer'])).toEqual(['writer', 'latency']);
    expect(readArguments(['cpu', '--rounds', '30'])).toMatchObject({ rounds: 30 });
  });

  it.each([
    [['speed'], 'There is no bench «speed»'],
    [['--rounds', '2'], '--rounds is «2»: give it a whole number from 3 to 1000.'],
    [['--rounds', 'ten'], '--rounds is «ten»'],
    [['--fast'], "Unknown option '--fast'"],
    [['cpu', '--publish'], '--publish'],
  ])('are refused with their mend: %j', (args, message) => {
    expect(() => readArguments(args)).toThrow(message);
  });

  it('are explained, with a name for each bench', () => {
    expect(readArguments(['--help'])).toBeNull();
    for (const { name } of BENCHES) expect(USAGE).toContain(`\n  ${name} `);
    expect(new Set(BENCHES.map(({ name }) => name)).size).toBe(BENCHES.length);
  });
});
