import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A Redis of a spec's own: on a port of its own, without persistence; gone with its folder after its disposal. */
export interface RedisServer extends AsyncDisposable {
  readonly port: number;
}

export async function startRedis(): Promise<RedisServer> {
  const program = process.env['TEST_REDIS_SERVER'];
  if (!program)
    throw new Error(
      'TEST_REDIS_SERVER is not set: run «npm test», or set it to the path of a redis-server that the test may start.',
    );
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'redis-spec-'));
  const settings = { port, bind: '127.0.0.1', dir: folder, save: '', appendonly: 'no', daemonize: 'no' };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const server = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = once(server, 'exit');
  // A spec that is interrupted leaves none behind.
  const kill = () => server.kill('SIGKILL');
  process.once('exit', kill);
  await ready(server.stdout, gone);
  return {
    port,
    [Symbol.asyncDispose]: async () => {
      process.off('exit', kill);
      server.kill('SIGKILL');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function ready(output: NodeJS.ReadableStream, gone: Promise<unknown>): Promise<void> {
  let said = '';
  const isReady = new Promise<void>((resolve) => {
    output.on('data', (text: Buffer) => {
      said += text.toString();
      if (said.includes('Ready to accept connections')) resolve();
    });
  });
  await Promise.race([
    isReady,
    gone.then(() => Promise.reject(new Error(`redis-server did not start: ${said}`))),
  ]);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
