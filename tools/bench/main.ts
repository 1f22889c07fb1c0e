import { runCommand } from '../process/command.ts';
import { readArguments, USAGE } from './arguments.ts';
import { bench } from './run.ts';

await runCommand(async (stop) => {
  const selection = readArguments(process.argv.slice(2));
  if (selection !== null) return bench(selection, stop);
  process.stdout.write(USAGE);
  return 0;
});
