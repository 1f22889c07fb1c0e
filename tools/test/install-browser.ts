import { chmodSync, globSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../process/failure.ts';
import { run } from '../process/run.ts';
import { LOGS } from '../product/paths.ts';
import { findBrowser, OWN_BROWSER } from './browser.ts';
import type { Outcome } from './stages.ts';

const PACKAGES = ['chromium', 'fonts-dejavu-core', 'fontconfig-config'];

/**
 * Gets a browser onto this machine through Debian's package manager: root installs it, everybody else unpacks it under
 * .data/.
 *
 * @throws Failure when there is none afterwards.
 */
export async function installBrowser(stop: AbortSignal): Promise<Outcome> {
  const apt = process.getuid?.() === 0 ? installAsRoot : unpackAsUser;
  await apt(stop);
  if (findBrowser()) return { passed: 0, failed: 0, output: '' };
  throw new Failure(
    'No browser was found, and none could be installed: install Chromium or Chrome (on Debian: apt install chromium), ' +
      'or set E2E_CHROMIUM to the path of one.',
  );
}

async function installAsRoot(stop: AbortSignal): Promise<void> {
  await apt(['update'], stop);
  await apt(['install', '--yes', '--no-install-recommends', ...PACKAGES], stop);
}

/**
 * An ordinary user may not install packages, but may download and unpack them: apt works out from the machine's own
 * package list what is missing, with lists and archives of this checkout.
 */
async function unpackAsUser(stop: AbortSignal): Promise<void> {
  const work = `${OWN_BROWSER}.apt`;
  const unpacked = `${OWN_BROWSER}.new`;
  for (const folder of [`${work}/lists/partial`, `${work}/cache/archives/partial`, unpacked]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
  const options = [`Dir::State::lists=${work}/lists`, `Dir::Cache=${work}/cache`, 'Debug::NoLocking=1'];
  const mine = options.flatMap((option) => ['-o', option]);
  await apt([...mine, 'update'], stop);
  await apt([...mine, 'install', '--yes', '--no-install-recommends', '--download-only', ...PACKAGES], stop);
  for (const archive of globSync(`${work}/cache/archives/*.deb`)) await unpack(archive, unpacked, stop);
  rmSync(OWN_BROWSER, { recursive: true, force: true });
  renameSync(unpacked, OWN_BROWSER);
  rmSync(work, { recursive: true, force: true });
  writeLauncher();
}

/** Starts the unpacked browser with the unpacked libraries and fonts. */
function writeLauncher(): void {
  const libraries = globSync(`${OWN_BROWSER}/{usr/lib,lib}/*-linux-gnu*`).join(':');
  const fonts = join(OWN_BROWSER, 'fonts.conf');
  writeFileSync(
    fonts,
    `<fontconfig><dir>${OWN_BROWSER}/usr/share/fonts</dir><dir>/usr/share/fonts</dir></fontconfig>\n`,
  );
  const launcher = join(OWN_BROWSER, 'chromium');
  writeFileSync(
    launcher,
    `#!/bin/sh
export LD_LIBRARY_PATH='${libraries}' FONTCONFIG_FILE='${fonts}'
exec '${OWN_BROWSER}/usr/lib/chromium/chromium' "$@"
`,
  );
  chmodSync(launcher, 0o755);
}

function apt(args: readonly string[], stop: AbortSignal): Promise<unknown> {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const options = {
    name: 'apt-get',
    command: 'apt-get',
    args,
    cwd: '/',
    env,
    log: join(LOGS, 'browser.log'),
  };
  return run(options, stop);
}

function unpack(archive: string, into: string, stop: AbortSignal): Promise<unknown> {
  const args = ['--extract', archive, into];
  const options = { name: 'dpkg-deb', command: 'dpkg-deb', args, cwd: '/', log: join(LOGS, 'browser.log') };
  return run(options, stop);
}
