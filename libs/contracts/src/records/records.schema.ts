import { z } from 'zod';
import { decimal, idOf, jsonObject, natural, oneOf, several, text, yesOrNo } from '../fields/fields.js';
import { pageShape } from '../page/page.schema.js';
import { checkRange, instant, rangeSchema, spanShape } from '../range/range.schema.js';
import { emptiableOf, filtersOf, type RecordFilter } from './conditions.js';
import { sortsOf, type ColumnType, type RecordColumn, type RecordModel } from './record-model.js';

const LONGEST_FILTER = 1024;

/** One value of a filter, as an address writes it. */
function filterValue({ type, label, values = [''] }: RecordColumn): z.ZodType {
  const kinds: Record<ColumnType, () => z.ZodType> = {
    uuid: () => idOf(label.toLowerCase() === 'id' ? 'a row' : `an ${label.toLowerCase()}`),
    time: () => instant,
    text: () => text(LONGEST_FILTER),
    number: decimal,
    whole: natural,
    boolean: yesOrNo,
    choice: () => oneOf(values),
    json: () => jsonObject(LONGEST_FILTER),
  };
  return kinds[type]();
}

const FILTER_MEANINGS: Record<RecordFilter['kind'], string> = {
  is: 'Is one of these values: give the parameter once for each.',
  holds: 'Holds all that is in one of these JSON objects.',
  from: 'At least this.',
  to: 'At most this.',
};

/**
 * What narrows a model's rows. Every column is a filter, and filters add up. `empty` and `filled` name columns that must
 * be without a value, or have one. `q` is found as it is written, in any case, in any column of text.
 */
function narrowingShapeOf(model: RecordModel) {
  const filters = filtersOf(model).map(({ name, column, kind }) => {
    const value = filterValue(model.columns[column] as RecordColumn);
    const schema = kind === 'from' || kind === 'to' ? value : several(value);
    return [name, schema.optional().describe(FILTER_MEANINGS[kind])];
  });
  const presence = several(oneOf(emptiableOf(model) as [string, ...string[]])).optional();
  return {
    ...(Object.fromEntries(filters) as Record<never, never>),
    ...spanShape,
    empty: presence.describe('Columns that have no value.'),
    filled: presence.describe('Columns that have a value.'),
    q: text(256).optional(),
  };
}

/** The query of the list of a model's rows, newest first. `sort` takes columns that an index keeps in order. */
export function recordListQueryOf(model: RecordModel) {
  return z
    .strictObject({
      ...narrowingShapeOf(model),
      ...pageShape,
      sort: oneOf(sortsOf(model)).default('timestamp'),
      order: oneOf(['asc', 'desc']).default('desc'),
    })
    .superRefine(checkRange);
}

/** The query of how many of a model's rows there are over time, narrowed as their list is. */
export function recordHistogramQueryOf(model: RecordModel) {
  return z.strictObject(narrowingShapeOf(model)).superRefine(checkRange);
}

const ANSWERS: Record<ColumnType, z.ZodType> = {
  uuid: z.uuid(),
  time: z.iso.datetime(),
  text: z.string(),
  number: z.number(),
  whole: z.int(),
  boolean: z.boolean(),
  choice: z.string(),
  json: z.record(z.string(), z.unknown()),
};

/** A row of a model, column by column. */
export function recordOf({ columns }: RecordModel): z.ZodType<RecordRow> {
  const shape = Object.entries(columns).map(([name, { type, optional, label, unit, values }]) => {
    const value = values ? z.enum(values) : ANSWERS[type];
    return [
      name,
      (optional ? value.nullable() : value).describe(unit ? `${label}, in ${unit}.` : `${label}.`),
    ];
  });
  return z.object(Object.fromEntries(shape) as Record<string, z.ZodType>) as unknown as z.ZodType<RecordRow>;
}

/**
 * `items`: fewer than asked for, or none, where matches are so rare that the server stopped looking for more of them:
 * the list goes on as long as there is a `nextCursor`.
 */
export function recordListOf(model: RecordModel) {
  return z.object({
    items: z.array(recordOf(model)),
    total: z.int().describe('Rows on all pages; where `totalIsExact` is false, there may be more of them.'),
    totalIsExact: z.boolean(),
    nextCursor: z.string().nullable().describe('Null on the last page.'),
    searchedTo: z.iso
      .datetime()
      .nullable()
      .describe(
        'Where the server stopped looking for rare matches, in a list by time; null where it did not.',
      ),
  });
}

/** Rows over time, as the list counts them: whatever their weight. Points without a row are left out. */
export const recordHistogramSchema = z.object({
  range: rangeSchema,
  points: z.array(
    z.object({
      timestamp: z.iso.datetime(),
      count: z.int(),
      isExact: z.boolean().describe('False where the count is estimated from the first rows of a busy part.'),
    }),
  ),
});

export type RecordHistogramQuery = z.infer<ReturnType<typeof recordHistogramQueryOf>>;
export type RecordHistogram = z.infer<typeof recordHistogramSchema>;

export type RecordValue = string | number | boolean | null | Readonly<Record<string, unknown>>;

export interface RecordRow {
  readonly id: string;
  readonly timestamp: string;
  readonly [column: string]: RecordValue;
}

export type RecordListQuery = z.infer<ReturnType<typeof recordListQueryOf>>;
export type RecordList = z.infer<ReturnType<typeof recordListOf>>;
