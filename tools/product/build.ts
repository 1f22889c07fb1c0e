import { join } from 'node:path';
import { run, type Ran, type RunOptions } from '../process/run.ts';
import { LOGS, ROOT } from './paths.ts';

/** Nx without its daemon, its screen and its cloud, and with every file of its own inside the checkout. */
export const NX_ENV = {
  NX_DAEMON: 'false',
  NX_TUI: 'false',
  NX_NO_CLOUD: 'true',
  NX_NATIVE_FILE_CACHE_DIRECTORY: join(ROOT, '.nx', 'native'),
  NX_WORKSPACE_DATA_DIRECTORY: join(ROOT, '.nx', 'workspace-data'),
  NG_CLI_ANALYTICS: 'false',
  FORCE_COLOR: '0',
};

/** Builds the projects whose sources changed since they were last built; Nx's cache knows which. */
export function build(
  projects: readonly string[],
  stop: AbortSignal,
  env: RunOptions['env'] = {},
): Promise<Ran> {
  const args = ['run-many', '-t', 'build', '-p', ...projects, '--outputStyle=static'];
  const nx = join(ROOT, 'node_modules', '.bin', 'nx');
  const options = { name: 'The build', command: nx, args, cwd: ROOT, env: { ...env, ...NX_ENV } };
  return run({ ...options, log: join(LOGS, 'build.log') }, stop);
}
