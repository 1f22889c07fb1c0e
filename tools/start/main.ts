import { runCommand } from '../process/command.ts';
import { readArguments, USAGE } from './arguments.ts';
import { start } from './start.ts';

await runCommand(async (stop) => {
  const { sample, help } = readArguments(process.argv.slice(2));
  if (!help) return start(sample, stop);
  process.stdout.write(USAGE);
  return 0;
});
