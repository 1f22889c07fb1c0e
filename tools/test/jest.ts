import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../process/run.ts';
import { LOGS, ROOT } from '../product/paths.ts';
import type { Outcome, Stage } from './stages.ts';
import type { Workspace } from './workspace.ts';

/** The part of `jest --json` that is read here. */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  /** Test files that could not be run at all. */
  readonly numRuntimeErrorTestSuites: number;
}

/**
 * Runs Jest projects.
 * @param name of the report and the log, where several runs of the same projects would share them
 */
export function jest(
  projects: readonly string[],
  { folder, env }: Workspace,
  extraEnv: Readonly<Record<string, string>>,
  options: readonly string[] = [],
  name = projects.join('-'),
): Stage {
  return async (stop) => {
    const report = join(folder, `${name}.json`);
    const args = [
      // Nest 12 is made of ES modules, which Jest loads through node:vm.
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js'),
      '--json',
      `--outputFile=${report}`,
      `--cacheDirectory=${join(ROOT, 'node_modules', '.cache', 'jest')}`,
      '--selectProjects',
      ...projects,
      ...options,
    ];
    const log = join(LOGS, `${name}.log`);
    const all = { ...env, ...extraEnv };
    const { succeeded, output } = await run(
      { name: 'Jest', command: process.execPath, args, cwd: ROOT, env: all, log },
      stop,
    );
    return outcomeOf(report, succeeded, output);
  };
}

function outcomeOf(file: string, succeeded: boolean, output: string): Outcome {
  if (!existsSync(file)) return { passed: 0, failed: 1, output };
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  // Jest also fails over things that are no test, such as a coverage threshold or no test at all.
  return { passed: report.numPassedTests, failed: succeeded ? failed : Math.max(failed, 1), output };
}
