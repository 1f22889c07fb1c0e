import { filtersOf, type RecordFilter, type RecordModel } from '@scitex/monitoring-contracts';
import type { RecordQuery } from './record-query';

/** One thing that a list is narrowed to, in words, and the parameter and value of the address that say so. */
export interface RecordChip {
  readonly name: string;
  readonly value: string;
  readonly parameter: string;
  readonly given: string;
}

const MEANINGS: Record<RecordFilter['kind'], string> = {
  is: '',
  holds: ' holds',
  from: ' at least',
  to: ' at most',
};

export function toChips(model: RecordModel, { filters }: RecordQuery): RecordChip[] {
  const labelOf = (column: string) => model.columns[column]?.label ?? column;
  const valued = filtersOf(model).flatMap(({ name: parameter, column, kind }) =>
    (filters[parameter] ?? []).map((given) => ({
      name: labelOf(column) + MEANINGS[kind],
      value: given,
      parameter,
      given,
    })),
  );
  const presence = [
    { parameter: 'empty', value: 'is empty' },
    { parameter: 'filled', value: 'is not empty' },
  ].flatMap(({ parameter, value }) =>
    (filters[parameter] ?? []).map((given) => ({ name: labelOf(given), value, parameter, given })),
  );
  return [...valued, ...presence];
}
