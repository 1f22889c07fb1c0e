import type { RecordColumn, RecordValue } from '@scitex/monitoring-contracts';
import { formatBytes, formatMs, NO_VALUE } from '../../shared/util-format/format';

const numbers = new Intl.NumberFormat('en-US', { maximumFractionDigits: 3 });
const moments = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
});

/** A value in one line, as people read it; times to the millisecond, in the reader's zone. Codes stay as they are: no status is `1,000`. */
export function formatValue({ type, unit }: RecordColumn, value: RecordValue | undefined): string {
  if (value === null || value === undefined || value === '') return NO_VALUE;
  if (typeof value === 'object') return JSON.stringify(value);
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'string') return type === 'time' ? moments.format(new Date(value)) : value;
  if (unit === 'ms') return formatMs(value);
  if (unit === 'bytes') return formatBytes(value);
  return type === 'number' ? numbers.format(value) : String(value);
}
