import { Logger } from '@nestjs/common';
import { jest } from '@jest/globals';
import type { Batch, MetricEvent } from '@scitex/monitoring-contracts';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFile,
  chmod,
  mkdir,
  mkdtemp,
  open,
  readdir,
  rename,
  rm,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Spool } from './spool.js';

const EVENT: MetricEvent = {
  timestamp: 1,
  metricType: 'queue_length',
  endpoint: null,
  method: null,
  value: 1,
  statusCode: null,
  userId: null,
  traceId: null,
  metadata: {},
};
const batch = (id: string, events = 1, metadata: object = {}): Batch => ({
  id,
  source: { app: 'a', environment: 'test', release: null, instance: 'i' },
  metrics: Array.from({ length: events }, (_, value) => ({ ...EVENT, value, metadata: metadata as never })),
  errors: [],
  apiCalls: [],
  activities: [],
});

describe('Spool', () => {
  let home: string;
  let spool: Spool;
  const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
  let spools: Spool[];
  const start = (maxBytes = 1_000_000) => {
    const started = new Spool({ home, maxBytes });
    spools.push(started);
    return started;
  };
  const fill = async (...ids: string[]) => {
    for (const id of ids) expect(await spool.append(batch(id))).not.toBeNull();
  };
  const drain = async (from: Spool) => {
    const ids: string[] = [];
    for (let found = await from.next(); found; found = await from.next()) {
      if ('lost' in found) ids.push(`lost ${found.lost.metrics}`);
      else {
        ids.push(found.batch?.id ?? 'corrupt');
        await from.remove(found);
      }
    }
    return ids;
  };
  /** The only file of the only slot. */
  const file = async () => {
    const [slot = ''] = await readdir(home);
    const [name = ''] = await readdir(join(home, slot));
    return join(home, slot, name);
  };

  beforeEach(async () => {
    warn.mockClear();
    spools = [];
    home = await mkdtemp(join(tmpdir(), 'spool-'));
    spool = start();
  });
  afterEach(async () => {
    for (const started of spools) await started.close();
    await rm(home, { recursive: true, force: true });
  });

  it('gives batches back whole, in order, and then leaves no file', async () => {
    const sent = batch('1', 1_234, { text: 'a\nb\ud800' });
    await spool.append(sent);
    await fill('2', '3');
    expect(await spool.next()).toMatchObject({ batch: sent });
    expect(await drain(spool)).toEqual(['1', '2', '3']);
    expect(spool.isEmpty).toBe(true);
    await spool.close();
    expect(await readdir(home)).toEqual([]);
  });

  it('writes nothing while there is nothing to keep', async () => {
    await spool.tend();
    expect(await readdir(home)).toEqual([]);
  });

  it('is for its user alone', async () => {
    await fill('1');
    expect((await stat(await file())).mode & 0o777).toBe(0o600);
    expect((await stat(join(await file(), '..'))).mode & 0o777).toBe(0o700);
  });

  it('leaves what is not stored to the next, with its counts', async () => {
    await fill('1', '2', '3');
    const first = await spool.next();
    if (first && 'batch' in first) await spool.remove(first);
    await spool.close();
    const next = start();
    expect(await next.tend()).toMatchObject({ metrics: 2, errors: 0 });
    expect(await drain(next)).toEqual(['2', '3']);
  });

  it('leaves the spool of a living process alone', async () => {
    await fill('1');
    const other = start();
    expect(await other.tend()).toMatchObject({ metrics: 0 });
    expect(await drain(spool)).toEqual(['1']);
  });

  it('takes over from a process that is gone, and only one process does', async () => {
    await fill('1', '2');
    const child = spawn(process.execPath, ['-e', '']);
    await once(child, 'exit');
    const [slot = ''] = await readdir(home);
    await rename(join(home, slot), join(home, slot.replace(/^\d+/, String(child.pid))));
    const heirs = [start(), start(), start()];
    const counts = await Promise.all(heirs.map((heir) => heir.tend()));
    expect(counts.map((count) => count?.metrics).sort()).toEqual([0, 0, 2]);
  });

  it('knows that a process id was given to another process since', async () => {
    await fill('1');
    const [slot = ''] = await readdir(home);
    await rename(join(home, slot), join(home, slot.replace(/^(\d+)-\d+/, '$1-12345')));
    expect(await start().tend()).toMatchObject({ metrics: process.platform === 'linux' ? 1 : 0 });
  });

  it.each([1, 20, 40])('recovers all before a tail that was torn, %i bytes short', async (short) => {
    await fill('1', '2', '3');
    await spool.close();
    await truncate(await file(), (await stat(await file())).size - short);
    const next = start();
    expect(await next.tend()).toMatchObject({ metrics: 2 });
    expect(await drain(next)).toEqual(['1', '2']);
  });

  it('stops at rubbish behind the last record', async () => {
    await fill('1');
    await spool.close();
    await appendFile(await file(), Buffer.alloc(4_096, 0x50));
    const next = start();
    await next.tend();
    expect(await drain(next)).toEqual(['1']);
  });

  it('finds out that the disk changed a record, and goes on behind it', async () => {
    await fill('1', '2');
    const handle = await open(await file(), 'r+');
    await handle.write(Buffer.from('x'), 0, 1, 50);
    await handle.close();
    expect(await drain(spool)).toEqual(['corrupt', '2']);
  });

  it('keeps the oldest when it is full, warns once, and has room again later', async () => {
    spool = start(3_000);
    let kept = 0;
    while (await spool.append(batch(String(kept)))) kept++;
    expect(await spool.append(batch('late'))).toBeNull();
    expect(spool.obstacle).toBe('spool-full');
    expect(warn).toHaveBeenCalledTimes(1);
    expect(await drain(spool)).toEqual(Array.from({ length: kept }, (_, id) => String(id)));
    expect(spool.obstacle).toBeNull();
    await fill('again');
  });

  it('takes nothing where it cannot write, and says so once, with the mend', async () => {
    await rm(home, { recursive: true });
    await writeFile(home, '');
    expect(await spool.append(batch('1'))).toBeNull();
    expect(await spool.append(batch('2'))).toBeNull();
    expect(spool.obstacle).toBe('spool-unwritable');
    expect(warn).toHaveBeenCalledTimes(1);
    expect(String(warn.mock.calls[0]?.[0])).toContain('spool.directory');
  });

  it('does not enter a folder that others may enter', async () => {
    await rm(home, { recursive: true });
    await mkdir(home);
    await chmod(home, 0o777);
    expect(await spool.append(batch('1'))).toBeNull();
    expect(await readdir(home)).toEqual([]);
  });

  it('keeps what is whole when the disk is full in the middle of a record', async () => {
    await fill('1');
    const handle = await open(await file(), 'r');
    const files = Object.getPrototypeOf(handle) as { write: (...args: unknown[]) => Promise<unknown> };
    await handle.close();
    const write = files.write;
    const failing = jest.spyOn(files, 'write').mockImplementation(async function (this: unknown, ...args) {
      if (failing.mock.calls.length > 1) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
      return write.apply(this, args);
    });
    expect(await spool.append(batch('2', 1_000))).toBeNull();
    failing.mockRestore();
    expect(spool.obstacle).toBe('spool-unwritable');
    await spool.close();
    const next = start();
    expect(await next.tend()).toMatchObject({ metrics: 1 });
    expect(await drain(next)).toEqual(['1']);
  });

  it('leaves out what JSON cannot express, and only that', async () => {
    const poisoned = batch('1', 3);
    (poisoned.metrics[1] as { metadata: unknown }).metadata = { big: 1n };
    expect((await spool.append(poisoned))?.counts.metrics).toBe(2);
  });
});
