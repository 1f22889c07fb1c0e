import { filtersOf, type RecordFilter, type RecordModel } from '@scitex/monitoring-contracts';
import { FILTERS } from '../../shared/util-scope/filters';
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

/** The chips of a list's own filters: the first value of each that all pages share has its chip in the page's head. */
export function toChips(model: RecordModel, { filters }: RecordQuery): RecordChip[] {
  const labelOf = (column: string) => model.columns[column]?.label ?? column;
  const valued = filtersOf(model).flatMap(({ name: parameter, column, kind }) =>
    (filters[parameter] ?? []).slice(isShared(parameter) ? 1 : 0).map((given) => ({
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

function isShared(parameter: string): boolean {
  return FILTERS.some((name) => name === parameter);
}
