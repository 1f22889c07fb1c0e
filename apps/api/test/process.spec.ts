import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createTestStore, type TestStore } from '@scitex/monitoring-storage/testing';

const MAIN = join(import.meta.dirname, '../dist/main.js');

let store: TestStore;
beforeAll(async () => {
  if (!existsSync(MAIN))
    throw new Error('The server is not built: run npx nx build api, or npm test, which does.');
  store = await createTestStore();
});
afterAll(() => store.drop());

const settings = () => ({
  DATABASE_URL: store.url,
  JWT_SECRET: 'a secret that only the tests know',
  HOST: '127.0.0.1',
});

const children = new Set<ChildProcess>();
afterEach(() => children.forEach((child) => child.kill('SIGKILL')));

function run(environment: Record<string, string>) {
  const child = spawn(process.execPath, [MAIN], { env: environment });
  children.add(child);
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  const ended = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  void ended.then(() => children.delete(child));
  return { child, output, ended };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe('a server that cannot start', () => {
  it.each([
    ['a setting is wrong', () => ({ ...settings(), PORT: 'http' }), /^PORT is not a port: .*\n$/],
    [
      'the store is away',
      () => ({ ...settings(), DATABASE_URL: 'postgres://ada@127.0.0.1:1/monitoring' }),
      /^PostgreSQL at 127\.0\.0\.1:1 does not answer .*: start it, or correct DATABASE_URL\.\n$/,
    ],
    [
      'the address is not its own',
      () => ({ ...settings(), HOST: '192.0.2.1' }),
      /^192\.0\.2\.1 is no address of this machine: set HOST .*\n$/,
    ],
  ])('ends with one sentence and the code 1 when %s', async (_, environment, sentence) => {
    const { output, ended } = run(environment());
    expect(await ended).toEqual([1, null]);
    expect(output.stderr).toMatch(sentence);
  });

  it('ends so when its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { output, ended } = run({ ...settings(), PORT: String(port) });
    expect(await ended).toEqual([1, null]);
    expect(output.stderr).toBe(`Port ${port} is taken: stop what listens there, or set PORT to another.\n`);
    other.close();
  });
});

describe('a running server', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'ends cleanly on %s, with connections kept alive',
    async (signal) => {
      const port = await freePort();
      const { child, output, ended } = run({ ...settings(), PORT: String(port) });
      await new Promise<void>((resolve) =>
        child.stdout.on('data', () => output.stdout.includes('serves http') && resolve()),
      );
      expect(output.stdout).toContain(`http://127.0.0.1:${port}/monitoring/`);
      const agent = new Agent({ keepAlive: true });
      await new Promise((resolve) =>
        get({ agent, port, host: '127.0.0.1', path: '/healthz' }, (answer) =>
          answer.resume().on('end', resolve),
        ),
      );
      child.kill(signal);
      expect(await ended).toEqual([0, null]);
      expect(output.stderr).toBe('');
      agent.destroy();
    },
  );
});
