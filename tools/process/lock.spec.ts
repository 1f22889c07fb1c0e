import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeLock } from './lock.ts';

describe('takeLock', () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lock-spec-'));
    file = join(folder, 'deep', 'start.lock');
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it('names the holder while the lock is held, and is free again afterwards', () => {
    const lock = takeLock(file) as Disposable;
    expect(takeLock(file)).toBe(process.pid);
    lock[Symbol.dispose]();
    expect(existsSync(file)).toBe(false);
  });

  it('takes over the lock of a process that is gone', () => {
    takeLock(file);
    const { pid } = spawnSync(process.execPath, ['--version']);
    writeFileSync(file, `${pid} 1`);
    expect(takeLock(file)).toHaveProperty([Symbol.dispose]);
  });

  it('does not take a later process with the same id for the holder', () => {
    takeLock(file);
    writeFileSync(file, `${process.pid} 1`);
    expect(takeLock(file)).toHaveProperty([Symbol.dispose]);
  });

  it('takes over a lock that was cut short', () => {
    takeLock(file);
    writeFileSync(file, '');
    expect(takeLock(file)).toHaveProperty([Symbol.dispose]);
  });
});
