import { runCommand } from '../process/command.ts';
import { bench } from './run.ts';

await runCommand(bench);
