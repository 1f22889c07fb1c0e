import type { Source } from '@scitex/monitoring-contracts';
import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';
import { lstat, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The folder that the processes of one service and environment share on a machine, whatever their instance is called:
 * whoever starts next finds what the last one left.
 */
export function spoolHome({ app, environment }: Source, directory?: string): string {
  const readable = `${app}-${environment}`.replace(/[^a-zA-Z0-9_-]+/g, '_').slice(0, 60);
  const digest = createHash('sha256')
    .update(JSON.stringify([app, environment]))
    .digest('hex');
  const name = `${readable}-${digest.slice(0, 12)}`;
  if (directory !== undefined) return join(directory, name);
  return join(tmpdir(), `scitex-monitoring-${process.getuid?.() ?? 'user'}-${name}`);
}

/**
 * Makes the folder, for this user alone. Anyone may make one in the system's temporary folder under the same name:
 * then it is not ours, and nothing is written there.
 */
export async function makePrivate(home: string): Promise<void> {
  await mkdir(home, { recursive: true, mode: 0o700 });
  const found = await lstat(home);
  if (isOwnFolder(found)) return;
  throw new Error(`${home} belongs to another user, or others may enter it: remove it, or chmod 700 it.`);
}

/** Whether a folder is this user's, and nobody else may enter it. */
export function isOwnFolder(found: Stats): boolean {
  if (!found.isDirectory()) return false;
  // Windows knows neither; there the temporary folder is the user's own.
  if (!process.getuid) return true;
  return found.uid === process.getuid() && (found.mode & 0o077) === 0;
}
