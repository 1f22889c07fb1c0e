import { emptiableOf, filtersOf, type RecordFilter, type RecordModel } from '@scitex/monitoring-contracts';

/** A way to narrow a list by a column: the parameter that it gives, and whether the reader gives the value. */
export interface FilterChoice {
  readonly parameter: string;
  readonly label: string;
  readonly takesValue: boolean;
}

const LABELS: Record<RecordFilter['kind'], string> = {
  is: 'is',
  holds: 'holds',
  from: 'is at least',
  to: 'is at most',
};

export function choicesFor(model: RecordModel, column: string): FilterChoice[] {
  const valued = filtersOf(model)
    .filter((filter) => filter.column === column)
    .map(({ name, kind }) => ({ parameter: name, label: LABELS[kind], takesValue: true }));
  if (!emptiableOf(model).includes(column)) return valued;
  return [
    ...valued,
    { parameter: 'empty', label: 'is empty', takesValue: false },
    { parameter: 'filled', label: 'is not empty', takesValue: false },
  ];
}
