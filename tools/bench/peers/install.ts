import { installWhatIsMissing } from '../../bootstrap/install.mjs';
import { folderOf, PEER_FOLDERS, type PeerFolder } from './peers.ts';

/**
 * Installs what the peers need, from lockfiles of their own, where it is missing. They are no workspaces: nobody but
 * the bench downloads them.
 *
 * @returns why it could not be done, by folder; the bench then names those peers as not measured
 */
export async function installPeers(): Promise<ReadonlyMap<PeerFolder, string>> {
  const failed = new Map<PeerFolder, string>();
  for (const folder of PEER_FOLDERS) {
    process.stdout.write(`Looking for the peers' packages (${folder}) …\n`);
    try {
      await installWhatIsMissing(folderOf(folder));
    } catch (error) {
      failed.set(folder, (error as Error).message);
    }
  }
  return failed;
}
