import { runCommand } from '../process/command.ts';
import { planOf } from './projects.ts';
import { test } from './test.ts';

await runCommand((stop) => test(planOf(process.argv.slice(2)), stop));
