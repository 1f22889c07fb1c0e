import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createDatabase, rememberedPort, startPostgres } from './index.ts';

/** Runs one statement over one connection. */
async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded PostgreSQL', () => {
  const folder = mkdtempSync(join(tmpdir(), 'postgres-spec-'));

  // Created once: each test starts the server on these data, and leaves it stopped.
  beforeAll(async () => {
    const postgres = await startPostgres(folder);
    await postgres[Symbol.asyncDispose]();
    expect(postgres.fresh).toBe(true);
  }, 60_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('accepts connections once started, and refuses a wrong password', async () => {
    await using postgres = await startPostgres(folder);
    expect(await query(postgres.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);

    const wrong = new URL(postgres.url);
    wrong.password = 'guessed';
    await expect(query(wrong.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
  });

  it('listens on the loopback address alone', async () => {
    await using postgres = await startPostgres(folder);
    const shown = await query(
      postgres.url,
      `SELECT current_setting('listen_addresses') AS tcp, current_setting('unix_socket_directories') AS unix`,
    );
    expect(shown).toEqual([{ tcp: '127.0.0.1', unix: '' }]);
  });

  it('keeps its password and its data for its owner alone', () => {
    expect(statSync(join(folder, 'password')).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'data')).mode & 0o777).toBe(0o700);
  });

  it('finds its data again, at the same address', async () => {
    const first = await startPostgres(folder);
    await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first[Symbol.asyncDispose]();

    await using second = await startPostgres(folder);
    expect(second).toMatchObject({ fresh: false, url: first.url });
    expect(await query(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  it('moves to another port when its own is taken', async () => {
    const first = await startPostgres(folder);
    await first[Symbol.asyncDispose]();
    const port = rememberedPort(folder) as number;
    const squatter = createServer().listen(port, '127.0.0.1');
    await once(squatter, 'listening');
    try {
      await using second = await startPostgres(folder);
      expect(rememberedPort(folder)).not.toBe(port);
      expect(await query(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    } finally {
      squatter.close();
    }
  });

  it('ends a server that was left behind on its data before it starts', async () => {
    const left = await startPostgres(folder);
    await query(left.url, 'CREATE TABLE left_behind ()');
    await using next = await startPostgres(folder);
    expect(await left.process.gone).toBe('exit code 0');
    expect(await query(next.url, 'SELECT count(*)::int AS count FROM left_behind')).toEqual([{ count: 0 }]);
  });

  it('starts after the process that started it was killed outright', async () => {
    const script = `
      const { startPostgres } = await import(${JSON.stringify(join(import.meta.dirname, 'index.ts'))});
      await startPostgres(${JSON.stringify(folder)});
      process.stdout.write('started');
      setInterval(() => {}, 1000);
    `;
    const killed = spawn(process.execPath, ['--input-type=module', '--eval', script]);
    await once(killed.stdout, 'data');
    killed.kill('SIGKILL');
    await once(killed, 'exit');

    await using postgres = await startPostgres(folder);
    expect(await query(postgres.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('sorts text by code point and speaks UTF-8, whatever the machine', async () => {
    await using postgres = await startPostgres(folder);
    const url = await createDatabase(postgres.url, 'words');
    const sorted = await query(
      url,
      `SELECT word FROM (VALUES ('é'), ('z'), ('Z')) AS words (word) ORDER BY word`,
    );
    expect(sorted).toEqual([{ word: 'Z' }, { word: 'z' }, { word: 'é' }]);
  });

  it('says what stopped it when its data are damaged', async () => {
    const first = await startPostgres(folder);
    await first[Symbol.asyncDispose]();
    rmSync(join(folder, 'data', 'global'), { recursive: true });
    await expect(startPostgres(folder)).rejects.toThrow(/^PostgreSQL did not start \(exit code \d\): /);
  });
});
