import type { Finding, Row } from './bench.ts';
import type { Verdict } from './goal.ts';

interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
  readonly of: (finding: Finding) => string;
}

const COLUMNS: readonly Column[] = [
  { title: 'bench', align: 'left', of: ({ name }) => name },
  { title: 'value', align: 'right', of: ({ value }) => round(value) },
  { title: 'half of the rounds', align: 'right', of: ({ spread: { lower, upper } }) => span(lower, upper) },
  { title: 'unit', align: 'left', of: ({ unit }) => unit },
  { title: 'reference', align: 'right', of: ({ reference }) => round(reference) },
  { title: 'against', align: 'left', of: ({ against }) => against },
  { title: 'ratio', align: 'right', of: ({ ratio }) => ratio.toFixed(2) },
  { title: 'goal', align: 'right', of: ({ verdict }) => verdict?.goal ?? '' },
  { title: '', align: 'left', of: ({ verdict }) => (verdict ? markOf(verdict) : '') },
];

const round = (value: number) => value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 1 : 0 });
const span = (lower: number, upper: number) => `${round(lower)} – ${round(upper)}`;

/** Where the rounds do not agree, the machine was too busy or the figure is close to its goal. */
const markOf = ({ met, sure }: Verdict) => `${met ? 'met' : 'MISSED'}${sure ? '' : ', unsure'}`;

/** The rows as a table in plain text. */
export function toTable(rows: readonly Row[]): string {
  const cells = [COLUMNS.map(({ title }) => title), ...rows.map(cellsOf)];
  const widths = COLUMNS.map((_, index) => widthOf(cells, index));
  const pad = (text: string, index: number) =>
    COLUMNS[index]?.align === 'right' ? text.padStart(widths[index] ?? 0) : text.padEnd(widths[index] ?? 0);
  return cells.map((row) => row.map(pad).join('  ').trimEnd()).join('\n');
}

/** A reason, which is the last cell of its row, runs on over the columns to its right. */
function widthOf(cells: readonly string[][], column: number): number {
  const within = cells.filter(({ length }) => column === 0 || length === COLUMNS.length);
  return Math.max(...within.map((row) => row[column]?.length ?? 0));
}

/** The rows as a table in Markdown. */
export function toMarkdown(rows: readonly Row[]): string {
  const rule = COLUMNS.map(({ align }) => (align === 'right' ? '--:' : '---'));
  const cells = [COLUMNS.map(({ title }) => title), rule, ...rows.map(cellsOf)];
  return cells.map((row) => `| ${COLUMNS.map((_, index) => row[index] ?? '').join(' | ')} |`).join('\n');
}

/** What was not measured has its reason in place of its figures. */
function cellsOf(row: Row): string[] {
  return 'reason' in row ? [row.name, `not measured: ${row.reason}`] : COLUMNS.map(({ of }) => of(row));
}
