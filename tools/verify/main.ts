import { runCommand } from '../process/command.ts';
import { Failure } from '../process/failure.ts';
import { build } from '../product/build.ts';
import { loadEnvironment } from '../product/environment.ts';
import { openStoreFor } from '../seed/store.ts';
import { readArguments, USAGE } from './arguments.ts';
import { report } from './report.ts';
import { differs } from './sum-up.ts';

await runCommand(async (stop) => {
  const request = readArguments(process.argv.slice(2));
  if (request === null) {
    process.stdout.write(USAGE);
    return 0;
  }
  loadEnvironment();
  await buildStorage(stop);
  // Not before the build: they import what is built.
  const { prepare } = await import('../seed/prepare.ts');
  const { verify } = await import('./verify.ts');
  await using store = await openStoreFor('verify', process.env);
  await prepare(store.url);
  const deviations = await verify(store.url, request, stop);
  process.stdout.write(`${report(deviations)}\n`);
  if (!deviations.some(differs)) return 0;
  throw new Failure(
    request.mend
      ? 'The rollups differed, and were made anew: run npm run verify again to see that they are true.'
      : 'The rollups differ from their raw rows: npm run verify -- --mend makes them anew.',
  );
});

async function buildStorage(stop: AbortSignal): Promise<void> {
  const { succeeded, output } = await build(['storage'], stop);
  if (succeeded) return;
  process.stderr.write(output);
  throw new Failure('The build failed: mend what its output above names and run npm run verify again.');
}
