import { z } from 'zod';
import { oneOf, text, wholeNumber } from '../fields/fields.js';
import { MAX_RANGE_HOURS } from './range.js';

/** A time with a zone, in the years that ISO 8601 writes with four digits. */
export const instant = z.iso
  .datetime({
    offset: true,
    abort: true,
    error: 'Use an ISO 8601 time with a zone, such as 2026-01-31T12:00:00Z.',
  })
  .transform((text) => new Date(text))
  .refine(isFourDigitYear, 'Use a time from the year 0000 to the year 9999, in UTC.');

/** A zone may push a time out of the years that ISO 8601 writes with four digits. */
function isFourDigitYear(time: Date): boolean {
  return time.getUTCFullYear() >= 0 && time.getUTCFullYear() <= 9999;
}

const label = text(512);

/** What every figure can be narrowed to. */
export const filterShape = {
  app: label.optional(),
  environment: label.optional(),
  release: label.optional(),
  endpoint: label.optional(),
  method: z
    .string('Use one HTTP method, such as GET.')
    .regex(/^[A-Za-z]{1,16}$/, 'Use an HTTP method, such as GET.')
    .transform((method) => method.toUpperCase())
    .optional(),
};

/** The range of every call that has one: `hours`, or `from` and `to` together; 24 hours where neither is given. */
export const spanShape = {
  hours: wholeNumber('hours', 1, MAX_RANGE_HOURS).optional(),
  from: instant.optional(),
  to: instant.optional(),
};

/** The query of every call over a range. */
export const rangeShape = { ...spanShape, ...filterShape };

interface RangeInput {
  hours?: number | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
}

/** Refuses half a range, two ranges at once, and a range that ends before it begins. */
export function checkRange({ hours, from, to }: RangeInput, context: z.RefinementCtx): void {
  const issue = (path: string, message: string) =>
    context.addIssue({ code: 'custom', path: [path], message });
  if (hours !== undefined && (from ?? to)) return issue('hours', 'Give either hours, or from and to.');
  if (from && !to) return issue('to', 'Give to as well as from.');
  if (to && !from) return issue('from', 'Give from as well as to.');
  if (!from || !to) return;
  if (from >= to) return issue('from', 'from must be before to.');
  if (to.getTime() - from.getTime() > MAX_RANGE_HOURS * 3_600_000)
    issue('from', `A range spans at most ${MAX_RANGE_HOURS} hours.`);
}

export const rangeQuerySchema = z.strictObject(rangeShape).superRefine(checkRange);

export type RangeQuery = z.infer<typeof rangeQuerySchema>;

/** The query of a call that can say how the same figures were in the period before, which is as long and ends where the range begins. */
export const comparedQuerySchema = z
  .strictObject({ ...rangeShape, compare: oneOf(['previous']).optional() })
  .superRefine(checkRange);

export type ComparedQuery = z.infer<typeof comparedQuerySchema>;

/** The range that an answer covers: `from` inclusive, `to` exclusive. */
export const rangeSchema = z.object({
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  bucketSeconds: z.int().positive(),
});

export type Range = z.infer<typeof rangeSchema>;
