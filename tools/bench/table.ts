import type { Finding } from './bench.ts';

type Cell = (text: string, width: number) => string;

const left: Cell = (text, width) => text.padEnd(width);
const right: Cell = (text, width) => text.padStart(width);

const COLUMNS: readonly { title: string; cell: Cell; of: (finding: Finding) => string }[] = [
  { title: 'bench', cell: left, of: ({ name }) => name },
  { title: 'unit', cell: left, of: ({ unit }) => unit },
  { title: 'value', cell: right, of: ({ value }) => round(value) },
  { title: 'reference', cell: right, of: ({ reference }) => round(reference) },
  { title: 'against', cell: left, of: ({ against }) => against },
  { title: 'ratio', cell: right, of: ({ ratio }) => ratio.toFixed(2) },
];

const round = (value: number) => value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 1 : 0 });

/** The findings as a table in plain text. */
export function toTable(findings: readonly Finding[]): string {
  const columns = COLUMNS.map(({ title, cell, of }) => {
    const texts = [title, ...findings.map(of)];
    const width = Math.max(...texts.map(({ length }) => length));
    return texts.map((text) => cell(text, width));
  });
  return [undefined, ...findings]
    .map((_, row) =>
      columns
        .map((texts) => texts[row])
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
