import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram, type Program } from './program.ts';

describe('a program that tests need', () => {
  let folder: string;
  const program: Program = {
    name: 'loom of the spec',
    variable: 'TEST_LOOM',
    commands: ['loom'],
    places: [],
    version: /loom/,
    packages: ['loom'],
    path: 'usr/bin/loom',
  };
  const write = (name: string, script: string) => {
    const path = join(folder, name);
    writeFileSync(path, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
    return path;
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'program-spec-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is found on the PATH', () => {
    const loom = write('loom', 'echo loom 1.0');
    expect(findProgram(program, { PATH: `/nowhere:${folder}` })).toBe(loom);
  });

  it('is the one that is named, where one is', () => {
    write('loom', 'echo loom 1.0');
    const mine = write('mine', 'echo my loom');
    expect(findProgram(program, { PATH: folder, TEST_LOOM: mine })).toBe(mine);
  });

  it.each([
    ['fails', 'echo loom 1.0; exit 1'],
    ['is another program', 'echo spindle 1.0'],
  ])('is not one that %s', (_what, script) => {
    write('loom', script);
    expect(findProgram(program, { PATH: folder })).toBeNull();
  });
});
