import { parseArgs } from 'node:util';
import { Failure } from '../process/failure.ts';

export const USAGE = `npm run verify [-- --from TIME --to TIME --mend]

Recomputes the rollups of a window from the raw rows, and prints how far those in the store are from them, per figure:
zero. Ends with 1 otherwise. The product may go on meanwhile.

  --from TIME   when the window begins, such as 2026-01-31T12:00:00Z; the first that the store holds by default
  --to TIME     when it ends; the last that the store holds by default
  --mend        makes the rollups of the days anew that differ
  --help        shows this page

The store is DATABASE_URL, or the embedded one of npm start, whether or not it runs.
`;

/** What is asked for; `from` and `to` in milliseconds. */
export interface Request {
  readonly from: number;
  readonly to: number;
  readonly mend: boolean;
}

/** What is asked for, or null for `--help`. @throws Failure that names the argument and its mend */
export function readArguments(args: readonly string[]): Request | null {
  const values = parse(args);
  if (values.help) return null;
  const from = readInstant('--from', values.from, -Infinity);
  const to = readInstant('--to', values.to, Infinity);
  if (from < to) return { from, to, mend: values.mend };
  throw new Failure(`--from is «${values.from}», which is not before --to: swap them.`);
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  try {
    return parseArgs({ args: [...args], options: { from: text, to: text, mend: flag, help: flag } }).values;
  } catch (error) {
    const [reason] = (error as Error).message.split(/\.\s/);
    throw new Failure(`${reason}: npm run verify takes --from, --to, --mend and --help, after «--».`);
  }
}

function readInstant(name: string, text: string | undefined, absent: number): number {
  if (text === undefined) return absent;
  const time = /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : NaN;
  if (!Number.isNaN(time)) return time;
  throw new Failure(`${name} is «${text}»: give it a time with its zone, such as 2026-01-31T12:00:00Z.`);
}
