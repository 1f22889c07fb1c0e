import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { DATA, ROOT } from '../product/paths.ts';
import type { Row } from './bench.ts';
import { toMarkdown, toTable } from './table.ts';

const JSON_FILE = join(DATA, 'bench.json');
const MARKDOWN_FILE = join(DATA, 'bench.md');
const PUBLISHED_FILE = join(ROOT, 'docs', 'bench.md');

export interface Report {
  readonly rows: readonly Row[];
  readonly rounds: number;
  readonly publish: boolean;
}

/** Prints the table, and writes it as JSON and as Markdown. */
export async function report({ rows, rounds, publish }: Report): Promise<void> {
  const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length };
  const at = new Date();
  const page = await pageOf(
    rows,
    `${rounds} rounds on ${machine.cores} × ${machine.cpu}, Node ${machine.node}, ${day(at)}`,
  );
  process.stdout.write(`\n${toTable(rows)}\n\n`);
  write(JSON_FILE, `${JSON.stringify({ at, machine, rounds, benches: rows }, null, 2)}\n`);
  write(MARKDOWN_FILE, page);
  if (publish) write(PUBLISHED_FILE, page);
}

async function pageOf(rows: readonly Row[], where: string): Promise<string> {
  const page = `# What the module costs

Written by \`npm run bench -- --publish\`: ${where}. Each figure is the median of its rounds, beside a reference of the
same run; half of the rounds lie within the span, and where these do not agree on a goal, it is met or missed «unsure».
CPU is that of the whole process on all its threads, with everything recorded stored or sent; every peer is set up as
its documentation says, with a sink on the same machine that takes everything at once.

${toMarkdown(rows)}
`;
  return format(page, { ...(await resolveConfig(PUBLISHED_FILE)), parser: 'markdown' });
}

const day = (at: Date) => at.toISOString().slice(0, 10);

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  process.stdout.write(`Also in ${relative(ROOT, file)}.\n`);
}
