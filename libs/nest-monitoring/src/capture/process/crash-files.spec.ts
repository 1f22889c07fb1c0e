import type { Batch } from '@scitex/monitoring-contracts';
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CrashFiles } from './crash-files.js';

const SOURCE = { app: 'papers', environment: 'test', release: null, instance: 'a' };
const batch = (id: string, app = 'papers'): Batch => ({
  id,
  source: { ...SOURCE, app },
  metrics: [],
  errors: [],
  apiCalls: [],
  activities: [],
});

describe('CrashFiles', () => {
  let parent: string;
  let folder: string;
  let files: CrashFiles;
  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'crash-files-'));
    folder = join(parent, 'kept');
    files = new CrashFiles(folder);
  });
  afterEach(() => rmSync(parent, { recursive: true }));

  const drained = async () => {
    const ids: string[] = [];
    await files.drain(SOURCE, ({ id }) => Promise.resolve(ids.push(id)));
    return ids;
  };

  it('hand over what is kept for an app, once, and to nobody else what is theirs', async () => {
    files.keep(batch('1'));
    files.keep(batch('2', 'another'));
    files.keep(batch('3'))();
    expect(await drained()).toEqual(['1']);
    expect(await drained()).toEqual([]);
    expect(readdirSync(folder)).toEqual(['crash-2.json']);
  });

  it('keep what could not be stored', async () => {
    files.keep(batch('1'));
    await expect(files.drain(SOURCE, () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(await drained()).toEqual(['1']);
  });

  it('are for the eyes of this user alone', () => {
    files.keep(batch('1'));
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, 'crash-1.json')).mode & 0o777).toBe(0o600);
  });

  it('are not trusted to a folder that others may enter', async () => {
    files.keep(batch('1'));
    chmodSync(folder, 0o755);
    expect(await drained()).toEqual([]);
  });

  it('are bounded in number, and survive what they cannot read or write', async () => {
    for (let n = 0; n < 105; n++) files.keep(batch(`${n}`));
    expect(readdirSync(folder)).toHaveLength(100);
    writeFileSync(join(folder, 'crash-0.json'), '{');
    expect(await drained()).toHaveLength(99);
    expect(() => new CrashFiles('/proc/nowhere').keep(batch('1'))()).not.toThrow();
  });

  it('do not follow a link that somebody else laid', async () => {
    const elsewhere = mkdtempSync(join(parent, 'elsewhere-'));
    symlinkSync(elsewhere, folder);
    files.keep(batch('1'));
    expect(readdirSync(elsewhere)).toEqual([]);
    expect(await drained()).toEqual([]);
  });
});
