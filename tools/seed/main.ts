import { runCommand } from '../process/command.ts';
import { Failure } from '../process/failure.ts';
import { build } from '../product/build.ts';
import { loadEnvironment } from '../product/environment.ts';
import { readArguments, USAGE } from './arguments.ts';
import { refusedOf, report } from './report.ts';
import { openStoreFor } from './store.ts';

await runCommand(async (stop) => {
  const plan = readArguments(process.argv.slice(2), new Date());
  if (plan === null) {
    process.stdout.write(USAGE);
    return 0;
  }
  loadEnvironment();
  await buildStorage(stop);
  // Not before the build: it imports what is built.
  const { seed } = await import('./seed.ts');
  await using store = await openStoreFor('seed', process.env);
  const results = await seed(plan, store.url, stop);
  process.stdout.write(`${report(results)}\n`);
  const refused = refusedOf(results);
  if (refused > 0)
    throw new Failure(`${refused} rows were refused by the store: see whether --days reaches too far back.`);
  return 0;
});

async function buildStorage(stop: AbortSignal): Promise<void> {
  const { succeeded, output } = await build(['storage'], stop);
  if (succeeded) return;
  process.stderr.write(output);
  throw new Failure('The build failed: mend what its output above names and run npm run seed again.');
}
