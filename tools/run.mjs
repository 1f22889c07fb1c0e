/**
 * `node tools/run.mjs <command> [...args]`: runs tools/<command>/main.ts on Node 24.
 * Runs itself on any Node >= 20 with nothing installed, so it is plain JavaScript and imports nothing but Node.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installWhatIsMissing } from './bootstrap/install.mjs';
import { findRuntime } from './bootstrap/runtime.mjs';

const root = join(import.meta.dirname, '..');
const withParent = pathToFileURL(join(import.meta.dirname, 'process', 'with-parent.mjs')).href;

try {
  // npm that is killed outright passes no signal on.
  if (process.env.npm_lifecycle_event) await import(withParent);
  const [command = '', ...args] = process.argv.slice(2);
  const main = join(import.meta.dirname, command, 'main.ts');
  if (command === '' || !existsSync(main)) throw new Error(`There is no command «${command}» in tools/.`);
  await installWhatIsMissing(root);
  run(findRuntime(root), [main, ...args]);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

function run(node, args) {
  const PATH = join(root, 'node_modules', '.bin') + delimiter + process.env.PATH;
  const env = { ...process.env, PATH, NX_DAEMON: 'false' };
  const child = spawn(node, ['--import', withParent, ...args], { cwd: root, env, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}
