import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Installs the packages of the lockfile when those in node_modules are not the same. */
export async function installWhatIsMissing(root) {
  if (isInstalled(root)) return;
  process.stdout.write('Installing packages (a minute or two on the first run) …\n');
  const { code, output } = await npmCi(root);
  if (code === 0) return;
  process.stderr.write(output);
  throw new Error(`The packages could not be installed: ${mend(output)}, then run the command again.`);
}

/** npm writes node_modules/.package-lock.json last, so an interrupted installation does not count as one. */
export function isInstalled(root) {
  const present = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  const wanted = packagesOf(join(root, 'package-lock.json'));
  return Object.entries(wanted).every(([path, { version, optional, peer, link }]) => {
    if (!path.startsWith('node_modules/') && !path.includes('/node_modules/')) return true;
    const found = present[path];
    return found ? link || found.version === version : optional || peer;
  });
}

function packagesOf(lockfile) {
  return existsSync(lockfile) ? JSON.parse(readFileSync(lockfile, 'utf8')).packages : {};
}

function npmCi(root) {
  // Whatever the user's own npm settings say: build tools, platform binaries and their set-up are all needed here.
  const needed = ['--include=dev', '--include=optional', '--ignore-scripts=false'];
  const args = ['ci', ...needed, '--loglevel=error', '--no-audit', '--no-fund', '--no-progress'];
  return new Promise((resolve, reject) => {
    // A process group of its own, so that an interruption ends npm and whatever it started.
    const child = spawn('npm', args, { cwd: root, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    const interrupt = () => process.kill(-child.pid, 'SIGTERM');
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    for (const signal of signals) process.on(signal, interrupt);
    child.on('error', () => reject(new Error('npm was not found: install Node.js >= 20 together with npm.')));
    child.on('close', (code) => {
      for (const signal of signals) process.off(signal, interrupt);
      resolve({ code, output });
    });
  });
}

function mend(output) {
  if (output.includes('ENOSPC')) return 'the disk is full. Free some space';
  if (/EACCES|EPERM/.test(output)) return 'a folder may not be written. Give yourself the checkout (chown)';
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT/.test(output)) {
    return 'the package registry was not reached. Check the network and `npm config get registry`';
  }
  return "npm's own words are above. Mend what they name";
}
