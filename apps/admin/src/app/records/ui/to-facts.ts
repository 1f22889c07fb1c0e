import type { RecordModel, RecordRow, RecordValue } from '@scitex/monitoring-contracts';
import { formatValue } from './format-value';

export interface RecordFact {
  readonly label: string;
  readonly text: string;
}

const LONG = 200;

/** The columns of a row in the order of its model: JSON, and text of many lines, apart from the rest. */
export function toFacts(model: RecordModel, row: RecordRow): { short: RecordFact[]; long: RecordFact[] } {
  const columns = Object.entries(model.columns).map(([name, column]) => ({ ...column, value: row[name] }));
  return {
    short: columns
      .filter(({ value }) => !isLong(value))
      .map((column) => ({ label: column.label, text: formatValue(column, column.value) })),
    long: columns
      .filter(({ value }) => isLong(value))
      .map(({ label, value }) => ({
        label,
        text: typeof value === 'string' ? value : JSON.stringify(value, null, 2),
      })),
  };
}

function isLong(value: RecordValue | undefined): boolean {
  if (typeof value === 'object') return value !== null;
  return typeof value === 'string' && (value.length > LONG || value.includes('\n'));
}
