import { mkdir, readdir, rename, rmdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { freeSlotName, HEARTBEAT_MS, isAbandoned, ownSlotName } from './owner.js';
import { makePrivate } from './spool-home.js';

/**
 * The folders of this process in the home of its service. Whose a folder is says its name, and taking one over is
 * renaming it: that happens at once or not at all, and only one process can do it.
 */
export class Slots {
  private own: string[] = [];
  private writable: string | null = null;
  private touchedAt = -Infinity;

  constructor(private readonly home: string) {}

  /** Where this process writes. */
  async forWriting(): Promise<string> {
    if (this.writable) return this.writable;
    await makePrivate(this.home);
    const path = join(this.home, await ownSlotName());
    await mkdir(path, { mode: 0o700 });
    this.own.push(path);
    this.writable = path;
    return path;
  }

  /** The next one to write to is a new one. */
  leaveWritable(): void {
    this.writable = null;
  }

  /** Takes over what processes that are gone left behind. */
  async adopt(): Promise<string[]> {
    const names = await readdir(this.home).catch(() => []);
    if (names.length === 0) return [];
    await makePrivate(this.home);
    const adopted: string[] = [];
    for (const name of names) {
      const path = join(this.home, name);
      if (this.own.includes(path) || !(await isAbandoned(path, name))) continue;
      const target = join(this.home, await ownSlotName());
      const isOurs = await rename(path, target).then(
        () => true,
        () => false,
      );
      if (isOurs) adopted.push(target);
    }
    this.own.push(...adopted);
    if (adopted.length > 0) this.touchedAt = -Infinity;
    return adopted;
  }

  /** Tells processes of other machines and containers that this one lives. */
  async touch(): Promise<void> {
    if (performance.now() - this.touchedAt < HEARTBEAT_MS) return;
    this.touchedAt = performance.now();
    const now = new Date();
    for (const path of this.own) await utimes(path, now, now).catch(() => undefined);
  }

  /** Leaves what is still in them to whoever starts next. */
  async release(): Promise<void> {
    for (const path of this.own) {
      const isEmpty = await rmdir(path).then(
        () => true,
        () => false,
      );
      if (!isEmpty) await rename(path, join(this.home, freeSlotName())).catch(() => undefined);
    }
    this.own = [];
    this.writable = null;
  }
}
