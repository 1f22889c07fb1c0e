import type { RecordColumn, RecordModel } from './record-model.js';

export type ConditionValue = string | number | boolean | Date | Readonly<Record<string, unknown>>;

/** What a row must be to be listed. */
export type RecordCondition =
  | { readonly kind: 'is' | 'holds'; readonly column: string; readonly values: readonly ConditionValue[] }
  | { readonly kind: 'from' | 'to'; readonly column: string; readonly value: ConditionValue }
  | { readonly kind: 'empty' | 'filled'; readonly column: string };

/** A parameter of a list's query that narrows it, and what it says of which column. */
export interface RecordFilter {
  readonly name: string;
  readonly column: string;
  readonly kind: 'is' | 'holds' | 'from' | 'to';
}

/**
 * The filters of a model, besides `empty` and `filled`, which take names of columns.
 * `<column>`: one of the values that are given, or for JSON an object that holds the one that is given.
 * `<column>From` and `<column>To`, of numbers and times: the limits, both inclusive.
 */
export function filtersOf({ columns }: RecordModel): RecordFilter[] {
  return Object.entries(columns).flatMap(([column, { type }]): RecordFilter[] => [
    { name: column, column, kind: type === 'json' ? 'holds' : 'is' },
    ...(hasRange(type)
      ? [
          { name: `${column}From`, column, kind: 'from' as const },
          { name: `${column}To`, column, kind: 'to' as const },
        ]
      : []),
  ]);
}

/** The columns that can be without a value: `empty` and `filled` take their names. */
export function emptiableOf({ columns }: RecordModel): string[] {
  return Object.keys(columns).filter((name) => columns[name]?.optional || columns[name]?.type === 'json');
}

/** What a query asks of the rows, in the order of the model's columns. */
export function conditionsOf(
  model: RecordModel,
  query: Readonly<Record<string, unknown>>,
): RecordCondition[] {
  const narrowed = filtersOf(model).flatMap(({ name, column, kind }): RecordCondition[] => {
    const given = query[name];
    if (given === undefined) return [];
    return kind === 'from' || kind === 'to'
      ? [{ kind, column, value: given as ConditionValue }]
      : [{ kind, column, values: given as ConditionValue[] }];
  });
  const presence = (['empty', 'filled'] as const).flatMap((kind) =>
    ((query[kind] ?? []) as string[]).map((column) => ({ kind, column })),
  );
  return [...narrowed, ...presence];
}

function hasRange(type: RecordColumn['type']): boolean {
  return type === 'number' || type === 'whole' || type === 'time';
}
