import { parseArgs } from 'node:util';
import { Failure } from '../process/failure.ts';
import { BENCHES, type BenchEntry } from './benches.ts';

const line = ({ name, title, onlyByName }: BenchEntry) =>
  `  ${name.padEnd(14)}${title}${onlyByName ? ' (long; only when named)' : ''}\n`;

export const USAGE = `npm run bench [-- <name>… --rounds N --publish]

Measures each benchmark against its reference in the same run, prints one table, and writes it to .data/bench.json and
.data/bench.md. Without names it runs all but the long ones:

${BENCHES.map(line).join('')}
  --rounds N    how many rounds count (3 to 1000; 10 by default): figures are their medians
  --publish     writes the table to docs/bench.md too
  --help        shows this page
`;

const MIN_ROUNDS = 3;
const MAX_ROUNDS = 1000;

export interface Selection {
  readonly benches: readonly BenchEntry[];
  readonly rounds: number;
  readonly publish: boolean;
}

/** What is asked for, or null for `--help`. @throws Failure that names the argument and its mend */
export function readArguments(args: readonly string[]): Selection | null {
  const { values, positionals } = parse(args);
  if (values.help) return null;
  if (values.publish && positionals.length > 0)
    throw new Failure('--publish replaces the whole table: leave the names away.');
  return { benches: select(positionals), rounds: readRounds(values.rounds), publish: values.publish };
}

function parse(args: readonly string[]) {
  const options = {
    rounds: { type: 'string', default: '10' },
    publish: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  } as const;
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    const [reason] = (error as Error).message.split(/\.\s/);
    throw new Failure(`${reason}: npm run bench takes names, --rounds, --publish and --help, after «--».`);
  }
}

function select(names: readonly string[]): BenchEntry[] {
  if (names.length === 0) return BENCHES.filter(({ onlyByName }) => !onlyByName);
  const unknown = names.find((asked) => !BENCHES.some(({ name }) => name === asked));
  if (unknown === undefined) return BENCHES.filter(({ name }) => names.includes(name));
  const known = BENCHES.map(({ name }) => name).join(', ');
  throw new Failure(`There is no bench «${unknown}»: there are ${known}.`);
}

function readRounds(text: string): number {
  const rounds = Number(text);
  if (/^\d+$/.test(text) && rounds >= MIN_ROUNDS && rounds <= MAX_ROUNDS) return rounds;
  throw new Failure(`--rounds is «${text}»: give it a whole number from ${MIN_ROUNDS} to ${MAX_ROUNDS}.`);
}
