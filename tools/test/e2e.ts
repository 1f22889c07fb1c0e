import { availableParallelism } from 'node:os';
import { startProduct } from './e2e-product.ts';
import { jest } from './jest.ts';
import { sumOf, type Stage } from './stages.ts';
import type { Workspace } from './workspace.ts';

/** As many as a core each: a browser leaves most of another one idle. */
const PRODUCTS = Math.min(availableParallelism(), 4);

/**
 * Runs the browser and HTTP tests against built servers and sample apps. They share what they drive, and count its
 * requests: so there are several products, each on a database of its own with a part of the test files, one at a time.
 */
export function e2e(projects: readonly string[], workspace: Workspace, adminUrl: string): Stage {
  return async (stop) => {
    const parts = Array.from({ length: PRODUCTS }, async (_, index) => {
      const name = `e2e-${index + 1}`;
      await using product = await startProduct(name, workspace, adminUrl, stop);
      const options = ['--runInBand', `--shard=${index + 1}/${PRODUCTS}`, '--passWithNoTests'];
      // Awaited here: what the tests drive ends with this function.
      return await jest(projects, workspace, product.env, options, name)(stop);
    });
    // Each runs to its end, whatever becomes of the others: it ends what it has started.
    await Promise.allSettled(parts);
    return sumOf(await Promise.all(parts));
  };
}
