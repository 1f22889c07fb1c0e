import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const REQUIRED = 24;

/**
 * The Node that runs the tools, the builds and the product: the one npm installed into node_modules, else the
 * current one when it is new enough (on platforms without that package).
 */
export function findRuntime(root) {
  const candidates = [join(root, 'node_modules', '.bin', 'node'), process.execPath];
  const runtime = candidates.find((node) => majorOf(node) >= REQUIRED);
  if (runtime) return runtime;
  throw new Error(
    `Node.js ${REQUIRED} is needed, and npm has none for ${process.platform}-${process.arch} ` +
      `(this is ${process.version}): install Node.js >= ${REQUIRED} and run the command again.`,
  );
}

function majorOf(node) {
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  return Number(/^v(\d+)\./.exec(stdout ?? '')?.[1] ?? 0);
}
