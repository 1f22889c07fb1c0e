import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRedis } from './redis-server.ts';

describe('the Redis of a test run', () => {
  let folder: string;
  const program = (script: string) => {
    const path = join(folder, 'redis-server');
    writeFileSync(path, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
    return path;
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'redis-spec-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is there once it says so, on the port of its URL, and gone when it is disposed of', async () => {
    const told = join(folder, 'told');
    const script = `echo "$$ $@" > '${told}'; echo Ready to accept connections tcp; exec sleep 60`;
    const redis = await startRedis(program(script), join(folder, 'data'));
    const [pid, args] = readFileSync(told, 'utf8').split(/ (.*)/s);
    expect(args).toContain(`--port ${new URL(redis.url).port} --bind 127.0.0.1`);
    expect(existsSync(join(folder, 'data'))).toBe(true);
    await redis[Symbol.asyncDispose]();
    expect(() => process.kill(Number(pid), 0)).toThrow('ESRCH');
  });

  it('that ends instead is told of by its name', async () => {
    await expect(startRedis(program('exit 1'), join(folder, 'data'))).rejects.toThrow(
      `The redis-server ${join(folder, 'redis-server')} accepted no connections: see `,
    );
  });
});
