import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { isInstalled } from '../../bootstrap/install.mjs';
import { ROOT } from '../../product/paths.ts';
import { bareOn, folderOf, PEER_FOLDERS, PEERS } from './peers.ts';

const TSC = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
const files = [...PEERS.map(({ host }) => host), ...PEER_FOLDERS.map(bareOn)]
  .flatMap(({ entry, preload }) => [entry, preload])
  .filter((file) => file !== undefined);

describe('the peers of the bench', () => {
  it.each(files)('have a set-up that Node can run: %s', (file) => {
    expect(() => stripTypeScriptTypes(readFileSync(file, 'utf8'))).not.toThrow();
  });

  it('have names of their own, by which the sink and the logs tell them apart', () => {
    expect(new Set(PEERS.map(({ host }) => host.name)).size).toBe(PEERS.length);
  });

  it.each(PEER_FOLDERS)('are no burden to npm ci, and pinned by a lockfile of their own: %s', (folder) => {
    const { workspaces } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      workspaces: string[];
    };
    expect(workspaces.filter((pattern) => pattern.startsWith('tools'))).toEqual(['tools']);
    expect(existsSync(join(folderOf(folder), 'package-lock.json'))).toBe(true);
  });
});

/** Only where npm run bench has installed what they import. */
const installed = PEER_FOLDERS.filter(
  (folder) => existsSync(join(folderOf(folder), 'node_modules')) && isInstalled(folderOf(folder)),
);

if (installed.length > 0) {
  describe('the set-ups of the peers that are installed here', () => {
    it.each(installed)(
      'pass the type-check: %s',
      (folder) => {
        const check = () => execFileSync(process.execPath, [TSC, '-p', folderOf(folder)], { stdio: 'pipe' });
        expect(check).not.toThrow();
      },
      120_000,
    );
  });
}
