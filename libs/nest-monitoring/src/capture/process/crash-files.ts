import type { Batch } from '@scitex/monitoring-contracts';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isOwnFolder } from '../../recording/spool/spool-home.js';

/** A process that crashes over and over while its store is away must not fill the disk. */
const MAX_FILES = 100;
const PREFIX = 'crash-';

/**
 * Keeps batches for the next start of an app of this user, one file each. Synchronous: it is written to by a process
 * that has no later.
 */
export class CrashFiles {
  constructor(
    private readonly folder = join(tmpdir(), `scitex-monitoring-${process.getuid?.() ?? 'user'}`),
  ) {}

  /**
   * Does nothing where it cannot write: there is nobody left to tell.
   * @returns how to take it back, once the batch is stored after all
   */
  keep(batch: Batch): () => void {
    const file = join(this.folder, `${PREFIX}${batch.id}.json`);
    try {
      this.write(file, JSON.stringify(batch));
    } catch {
      // A read-only container, or a full disk.
    }
    return () => forget(file);
  }

  /** Hands over what is kept for an app, and forgets a batch once `store` has resolved. */
  async drain(
    { app, environment }: Batch['source'],
    store: (batch: Batch) => Promise<unknown>,
  ): Promise<void> {
    if (!this.isPrivate()) return;
    for (const name of this.names()) {
      const file = join(this.folder, name);
      const batch = read(file);
      if (batch?.source.app !== app || batch.source.environment !== environment) continue;
      await store(batch);
      // Another instance that started at the same time may have been faster; the store took the batch once.
      forget(file);
    }
  }

  private write(file: string, text: string): void {
    // Not `recursive`: where the parent takes no folders, such as /proc, Node tries without end.
    if (!existsSync(this.folder)) mkdirSync(this.folder, { mode: 0o700 });
    if (!this.isPrivate() || this.names().length >= MAX_FILES) return;
    // Under its name only once it is whole.
    const part = `${file}.part`;
    writeFileSync(part, text, { mode: 0o600, flag: 'wx' });
    renameSync(part, file);
  }

  private names(): string[] {
    return readdirSync(this.folder).filter((name) => name.startsWith(PREFIX) && name.endsWith('.json'));
  }

  /** In a folder that all users write to, another one may have been there first. */
  private isPrivate(): boolean {
    const stats = lstatSync(this.folder, { throwIfNoEntry: false });
    return stats !== undefined && isOwnFolder(stats);
  }
}

/** @returns null for a file that is not one of ours, or gone already */
function read(file: string): Batch | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Batch;
  } catch {
    return null;
  }
}

function forget(file: string): void {
  try {
    unlinkSync(file);
  } catch {
    // It never came to be, or is gone already.
  }
}
