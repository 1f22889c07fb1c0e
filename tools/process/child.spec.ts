import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startChild } from './child.ts';

describe('startChild', () => {
  const folder = mkdtempSync(join(tmpdir(), 'child-spec-'));
  const log = join(folder, 'logs', 'child.log');
  const node = (code: string) => ({
    name: 'The child',
    command: process.execPath,
    args: ['--eval', code],
    log,
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  it('tells how a process ended, and keeps its words', async () => {
    const child = await startChild(node('console.log("out"); console.error("err"); process.exit(3)'));
    expect(await child.gone).toBe('exit code 3');
    expect(readFileSync(log, 'utf8')).toBe('out\nerr\n');
  });

  it('ends a process together with what it started', async () => {
    const child = await startChild(
      node(`
        const { pid } = require('node:child_process').spawn('sleep', ['600'], { stdio: 'ignore' });
        console.log(pid);
        setInterval(() => {}, 1000);
      `),
    );
    while (readFileSync(log, 'utf8') === '') await sleep(10);
    const grandchild = Number(readFileSync(log, 'utf8'));
    await child.stop();
    expect(await child.gone).toBe('signal SIGTERM');
    expect(await isGone(grandchild)).toBe(true);
  });

  it('lets a process end in its own time, and does not mind one that is gone', async () => {
    const child = await startChild(
      node('process.on("SIGTERM", () => process.exit(0)); console.log("up"); setInterval(() => {}, 1000)'),
    );
    while (!readFileSync(log, 'utf8').includes('up')) await sleep(10);
    await child.stop();
    await child.stop();
    expect(await child.gone).toBe('exit code 0');
  });

  it('says what could not be started', async () => {
    const missing = { name: 'The server', command: '/nowhere/node', args: [], log };
    await expect(startChild(missing)).rejects.toThrow(
      'The server could not be started: spawn /nowhere/node ENOENT.',
    );
  });

  /** A process that was sent its end is gone a moment later, when the kernel and init have cleared it away. */
  async function isGone(pid: number): Promise<boolean> {
    for (let attempt = 0; attempt < 200; attempt++) {
      if (!isAlive(pid)) return true;
      await sleep(10);
    }
    return false;
  }

  function isAlive(pid: number): boolean {
    try {
      const state = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1);
      return !state?.startsWith('Z');
    } catch {
      return false;
    }
  }
});
