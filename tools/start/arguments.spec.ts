import { readArguments } from './arguments.ts';

describe('the arguments of npm start', () => {
  it('start the sample unless told otherwise', () => {
    expect(readArguments([])).toEqual({ sample: true, help: false });
    expect(readArguments(['--no-sample'])).toEqual({ sample: false, help: false });
  });

  it.each([['--sample=no'], ['production']])('refuse %s, and name what there is', (argument) => {
    expect(() => readArguments([argument])).toThrow(/: npm start takes --no-sample and --help\.$/);
  });
});
