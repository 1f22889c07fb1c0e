import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeLauncher } from './launcher.ts';
import { launcherOf, unpackedFolder, type Program } from './program.ts';

describe('the launcher of an unpacked program', () => {
  const program: Program = {
    name: 'unpacked-loom-of-the-spec',
    variable: 'TEST_LOOM',
    commands: ['loom'],
    places: [],
    version: /loom/,
    packages: ['loom'],
    path: 'usr/bin/loom',
  };
  const folder = unpackedFolder(program);
  const write = (path: string, text = '') => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };

  afterEach(() => rmSync(folder, { recursive: true }));

  it('starts it with every folder of unpacked libraries, and with its arguments', () => {
    write('usr/bin/loom', '#!/bin/sh\necho "$LD_LIBRARY_PATH $1"\n');
    chmodSync(join(folder, program.path), 0o755);
    write('usr/lib/x86_64-linux-gnu/libthread.so.1');
    write('usr/lib/x86_64-linux-gnu/wool/libprivate.so');
    write('usr/lib/x86_64-linux-gnu/doc/README');
    writeLauncher(program);
    const libraries = join(folder, 'usr/lib/x86_64-linux-gnu');
    const said = execFileSync(launcherOf(program), ['--version'], { encoding: 'utf8' });
    expect(said.trim().split(/[ :]/)).toEqual(
      expect.arrayContaining([libraries, join(libraries, 'wool'), '--version']),
    );
    expect(said).not.toContain('doc');
  });
});
