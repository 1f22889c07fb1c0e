import { join } from 'node:path';
import { run, type RunOptions } from '../process/run.ts';
import { build } from '../product/build.ts';
import { LOGS, ROOT } from '../product/paths.ts';
import type { Stage } from './stages.ts';
import type { Workspace } from './workspace.ts';

export const lint = ({ env }: Workspace): Stage => npmScript('lint', env);
export const typecheck = ({ env }: Workspace): Stage => npmScript('typecheck', env);

export const buildProducts =
  (products: readonly string[], { env }: Workspace): Stage =>
  async (stop) => {
    const { succeeded, output } = await build(products, stop, env);
    return oneCheck(succeeded, output);
  };

/** A script of package.json that either succeeds or fails. */
function npmScript(script: string, env: RunOptions['env']): Stage {
  return async (stop) => {
    const log = join(LOGS, `${script}.log`);
    const options = { name: script, command: 'npm', args: ['run', '--silent', script], cwd: ROOT, env, log };
    const { succeeded, output } = await run(options, stop);
    return oneCheck(succeeded, output);
  };
}

const oneCheck = (succeeded: boolean, output: string) => ({
  passed: succeeded ? 1 : 0,
  failed: succeeded ? 0 : 1,
  output,
});
