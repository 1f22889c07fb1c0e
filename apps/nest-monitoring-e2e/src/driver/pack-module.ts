import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { MODULE } from './paths.js';

const run = promisify(execFile);

/** As much of `npm pack --json` as is read here. */
export interface PackReport {
  readonly filename: string;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

/**
 * Packs the module as it would be published, and unpacks it into `folder`, as npm would install it there.
 * @throws Error when it has not been built
 */
export async function installPackedModule(folder: string): Promise<PackReport> {
  if (!existsSync(join(MODULE, 'dist', 'index.js')))
    throw new Error(
      'The module is not built: run npx nx build nest-monitoring, or these tests through npm test.',
    );
  const work = await mkdtemp(join(tmpdir(), 'packed-module-'));
  try {
    const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', work], { cwd: MODULE });
    const [report] = JSON.parse(stdout) as [PackReport];
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await run('tar', ['-xzf', join(work, report.filename), '-C', folder, '--strip-components=1']);
    return report;
  } finally {
    await rm(work, { recursive: true });
  }
}
