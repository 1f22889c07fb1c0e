import { parseArgs } from 'node:util';
import { Failure } from '../process/failure.ts';
import type { Plan } from './plan.ts';

export const USAGE = `npm run seed [-- --scale N --days D --seed S --until TIME]

Adds the sample data of a research portal to the store: 765 system metrics, 298 API usage records, 205 user
activities and 8 error logs over the last 24 hours.

  --scale N     N times as much of each kind (1 to 100000)
  --days D      spread over the last D days (1 to 366); the server drops what is older than RETENTION_DAYS
  --seed S      a whole number; the same seed gives the same data, moved so that they end at --until
  --until TIME  when the data end, such as 2026-01-31T12:00:00Z; now by default
  --help        shows this page

The store is DATABASE_URL, or the embedded one of npm start, whether or not it runs. Each run adds a set of its own;
one with the --scale, --days, --seed and --until of an earlier run adds nothing.
`;

const MAX_SCALE = 100_000;
const MAX_DAYS = 366;

/** The plan that is asked for, or null for `--help`. @throws Failure that names the argument and its mend */
export function readArguments(args: readonly string[], now: Date): Plan | null {
  const values = parse(args);
  if (values.help) return null;
  return {
    scale: readWhole('--scale', values.scale, 1, MAX_SCALE),
    days: readWhole('--days', values.days, 1, MAX_DAYS),
    seed: readWhole('--seed', values.seed, 0, Number.MAX_SAFE_INTEGER),
    until: readInstant(values.until, now),
  };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = {
    scale: { ...text, default: '1' },
    days: { ...text, default: '1' },
    seed: { ...text, default: '1' },
    until: text,
    help: { type: 'boolean' },
  } as const;
  try {
    return parseArgs({ args: joinNegatives(args), options }).values;
  } catch (error) {
    const [reason] = (error as Error).message.split(/\.\s/);
    throw new Failure(
      `${reason}: npm run seed takes --scale, --days, --seed, --until and --help, after «--».`,
    );
  }
}

/** Node takes the `-1` of `--scale -1` for another option. */
function joinNegatives(args: readonly string[]): string[] {
  return args.reduce<string[]>((joined, arg) => {
    const name = joined.at(-1);
    if (!name?.startsWith('--') || name.includes('=') || !/^-\d/.test(arg)) return [...joined, arg];
    return [...joined.slice(0, -1), `${name}=${arg}`];
  }, []);
}

function readWhole(name: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  throw new Failure(`${name} is «${text}»: give it a whole number from ${least} to ${most}.`);
}

function readInstant(text: string | undefined, now: Date): number {
  if (text === undefined) return now.getTime();
  const time = /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : NaN;
  if (time <= now.getTime()) return time;
  throw new Failure(
    `--until is «${text}»: give it a time that is past, with its zone, such as 2026-01-31T12:00:00Z.`,
  );
}
