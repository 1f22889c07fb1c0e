import { Progress } from './progress.ts';

function terminal(isTTY: boolean) {
  const written: string[] = [];
  return { written, isTTY, write: (text: string) => written.push(text) > 0 };
}

describe('Progress', () => {
  it('fills a bar on a terminal, and ends its line', () => {
    const out = terminal(true);
    const progress = new Progress(200, out);
    progress.add(150);
    progress.add(50);
    progress.end();
    expect(out.written.at(-2)).toMatch(/^\r█{30} 100 % {2}200 of 200 rows {2}\d+\/s/);
    expect(out.written.at(-1)).toBe('\n');
  });

  it('is silent elsewhere while there is nothing to wait for', () => {
    const out = terminal(false);
    const progress = new Progress(200, out);
    progress.add(200);
    progress.end();
    expect(out.written).toEqual([]);
  });
});
