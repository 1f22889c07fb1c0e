import { join } from 'node:path';
import { startPostgres } from '../postgres/index.ts';
import { buildProducts, lint, typecheck } from './checks.ts';
import { CHROMIUM } from './debian/chromium.ts';
import { installProgram } from './debian/install.ts';
import { findProgram } from './debian/program.ts';
import { REDIS } from './debian/redis.ts';
import { e2e } from './e2e.ts';
import { jest } from './jest.ts';
import { productsOf, testsModule, type Plan } from './projects.ts';
import { startRedis } from './redis-server.ts';
import { runStage, tally, type Outcome, type Stage } from './stages.ts';
import { openWorkspace } from './workspace.ts';

/** Nothing of a test store has to survive a crash. */
const VOLATILE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** One for each core: most of these tests wait for a database or for another process, and Jest would leave one idle. */
const WORKERS = ['--maxWorkers=100%'];

/** Runs a plan stage by stage, goes on after a failure, and closes with the tally. */
export async function test(plan: Plan, stop: AbortSignal): Promise<number> {
  const { unit, contract, e2e: endToEnd, checks } = plan;
  const outcomes: Outcome[] = [];
  const stage = async (title: string, run: Stage) => outcomes.push(await runStage(title, run, stop));

  if (endToEnd.includes('admin-e2e') && !findProgram(CHROMIUM))
    await stage('Browser', installProgram(CHROMIUM));
  const hasQueues = testsModule(plan);
  if (hasQueues && !findProgram(REDIS)) await stage('Redis', installProgram(REDIS));
  {
    using workspace = openWorkspace();
    await using postgres = await startPostgres(join(workspace.folder, 'postgres'), VOLATILE);
    const redisServer = hasQueues ? findProgram(REDIS) : null;
    await using redis = redisServer ? await startRedis(redisServer, join(workspace.folder, 'redis')) : null;
    if (checks) {
      await stage('Lint', lint(workspace));
      await stage('Type-check', typecheck(workspace));
    }
    const products = productsOf(plan);
    if (products.length > 0) await stage('Build', buildProducts(products, workspace));
    const env = { TEST_DATABASE_URL: postgres.url, TEST_REDIS_URL: redis?.url ?? '' };
    if (unit.length > 0) await stage('Unit and integration tests', jest(unit, workspace, env, WORKERS));
    if (contract.length > 0) await stage('Contract tests of the module', jest(contract, workspace, env));
    if (endToEnd.length > 0) await stage('End-to-end tests', e2e(endToEnd, workspace, postgres.url));
  }
  process.stdout.write(`${tally(outcomes)}\n`);
  return outcomes.some(({ failed }) => failed > 0) ? 1 : 0;
}
