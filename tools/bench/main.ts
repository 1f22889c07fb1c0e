import { runCommand } from '../process/command.ts';
import { bench } from './run.ts';

await runCommand((stop) => bench(stop, process.argv.slice(2)));
