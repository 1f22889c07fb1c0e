import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The built app: run `npx nx build sample` before. */
const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const AWAY = 'postgres://nobody@127.0.0.1:1/nothing';

/** What is spooled here is for no other process of the sample to find. */
const TMPDIR = mkdtempSync(join(tmpdir(), 'sample-'));

const running = new Set<ChildProcess>();

function run(env: Record<string, string>) {
  const child = spawn(process.execPath, [MAIN], {
    env: { ...process.env, NODE_OPTIONS: '', SAMPLE_PORT: '0', TMPDIR, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const output = { text: '' };
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => (output.text += String(data)));
  return { child, output, ready: once(child.stdout, 'data').then(String) };
}

afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(TMPDIR, { recursive: true, force: true });
});

describe('the process of the sample app', () => {
  it('says in one line where it listens, and ends in order on SIGTERM', async () => {
    const { child, ready } = run({ MONITORING_DATABASE_URL: AWAY, SAMPLE_TRAFFIC: 'off' });
    expect(await ready).toMatch(/^Sample app at http:\/\/127\.0\.0\.1:\d+, traffic off\n$/);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  }, 20_000);

  it('takes its visitors along, even when it is killed outright', async () => {
    const { child, ready } = run({ MONITORING_DATABASE_URL: AWAY });
    expect(await ready).toMatch(/traffic on\n$/);
    child.kill('SIGKILL');
    // The visitors share its output, which closes when the last of them is gone.
    await once(child, 'close');
    expect(child.signalCode).toBe('SIGKILL');
  }, 20_000);

  it.each([
    [{}, /cannot start: MONITORING_DATABASE_URL is not set/],
    [{ MONITORING_DATABASE_URL: AWAY, SAMPLE_PORT: 'http' }, /cannot start: SAMPLE_PORT is "http"/],
  ])('refuses the settings %j in one sentence', async (env, message) => {
    const { child, output } = run({ MONITORING_DATABASE_URL: '', ...env });
    expect(await once(child, 'close')).toEqual([1, null]);
    expect(output.text).toMatch(message);
    expect(output.text.trim().split('\n')).toHaveLength(1);
  });
});
