import { createTestStore, type TestStore } from '@scitex/monitoring-storage/testing';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('./app/crashing.mjs', import.meta.url));
/** Nothing answers there. */
const AWAY = 'postgres://postgres@127.0.0.1:9/monitoring';

/** Node's number of a rejection counts all of the process, those too that were handled in time. */
const withoutNumbers = (stderr: string, pid: number | undefined) =>
  stderr.replaceAll(`(node:${pid})`, '(node)').replaceAll(/\(rejection id: \d+\)/g, '(rejection)');

const DEATHS = [
  ['throw', 'none', 'throw', 1],
  ['throw', 'exits', 'throw', 7],
  ['throw', 'exits later', 'throw', 8],
  ['throw', 'lives on', 'throw', 0],
  ['throw', 'throws at exit', 'throw', 1],
  ['throw null', 'none', 'throw', 1],
  ['reject', 'none', 'throw', 1],
  ['reject', 'exits', 'throw', 7],
  ['reject', 'lives on', 'throw', 0],
  ['reject', 'hears rejections', 'throw', 0],
  ['reject', 'throws rejections', 'throw', 1],
  ['reject', 'exits at rejections', 'throw', 9],
  ['reject with text', 'none', 'throw', 1],
  ['reject', 'none', 'strict', 1],
  ['reject', 'lives on', 'strict', 0],
  ['reject', 'hears rejections', 'strict', 1],
  ['reject', 'none', 'warn', 0],
  ['reject', 'hears rejections', 'warn', 0],
  ['reject', 'none', 'none', 0],
] as const;

describe('what nobody in the host caught', () => {
  let store: TestStore;
  let folder: string;

  beforeAll(async () => (store = await createTestStore()));
  afterAll(() => store.drop());
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'crash-spec-'));
    await store.dataSource.query('truncate monitoring.error_log');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const run = async (failure: string, handling: string, mode: string, url: string) => {
    const child = spawn(process.execPath, [`--unhandled-rejections=${mode}`, PROGRAM, failure, handling], {
      env: { PATH: process.env['PATH'], TMPDIR: folder, MONITORING_DATABASE_URL: url },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [stdout, stderr, [code, signal]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close'),
    ]);
    return { code, signal, stdout, stderr: withoutNumbers(stderr, child.pid) };
  };
  const errors = () => store.dataSource.query('select * from monitoring.error_log');
  const kept = () => globSync(join(folder, 'scitex-monitoring-*/*'));

  it.each(DEATHS)(
    '(%s, host: %s, mode: %s) is stored before the process is gone, which ends with %d as without it',
    async (failure, handling, mode, code) => {
      const monitored = await run(failure, handling, mode, store.url);
      expect(monitored).toEqual(await run(failure, handling, mode, ''));
      expect(monitored).toMatchObject({ code, signal: null });
      const origin = failure.startsWith('throw') ? 'uncaughtException' : 'unhandledRejection';
      expect(await errors()).toMatchObject([
        {
          severity: 'critical',
          message: failure === 'throw null' ? 'null' : 'nobody caught this',
          metadata: { origin },
        },
      ]);
      expect(kept()).toEqual([]);
    },
  );

  it.each([
    ['throw', 'none', 1],
    ['reject', 'none', 1],
    ['throw', 'exits', 7],
  ] as const)(
    '(%s, host: %s) is kept while the store is away, and stored once by the next start',
    async (failure, handling, code) => {
      const monitored = await run(failure, handling, 'throw', AWAY);
      expect(monitored).toEqual(await run(failure, handling, 'throw', ''));
      expect(monitored.code).toBe(code);
      expect(kept()).toHaveLength(1);
      await run('reject', 'hears rejections', 'throw', store.url);
      await run('reject', 'hears rejections', 'throw', store.url);
      const all = (await errors()) as { metadata: { origin: string }; instance: string }[];
      expect(all).toHaveLength(3);
      expect(new Set(all.map(({ instance }) => instance)).size).toBe(3);
      expect(kept()).toEqual([]);
    },
  );

  it('is nothing where a process just exits', async () => {
    expect(await run('exit code', 'none', 'throw', store.url)).toMatchObject({ code: 3, stderr: '' });
    expect(await errors()).toEqual([]);
    expect(kept()).toEqual([]);
  });
});
