import { z } from 'zod';
import { apiFailureSchema } from '../api-usage/api-usage.schema.js';
import { oneOf } from '../fields/fields.js';
import { checkRange, rangeSchema, rangeShape } from '../range/range.schema.js';

/** `change`: how much longer the 95th percentile has become since the period before, as a share of what it was. */
export const API_SORTS = ['count', 'successRate', 'avg', 'p50', 'p95', 'p99', 'change'] as const;

export const apiListQuerySchema = z
  .strictObject({
    ...rangeShape,
    sort: oneOf(API_SORTS).default('count'),
    order: oneOf(['asc', 'desc']).default('desc'),
  })
  .superRefine(checkRange);

const figures = {
  count: z.int(),
  failed: z.int(),
  /** Percent. */
  successRate: z.number(),
  /** Milliseconds, as all times are. */
  avg: z.number(),
  p50: z.number(),
  p95: z.number(),
  p99: z.number(),
};

/** An API, and how it was in the period before, if it was called then. */
export const apiSchema = z.object({
  apiName: z.string(),
  ...figures,
  /** Percent of all calls of the range. */
  share: z.number(),
  /** Calls in equal parts of the range, oldest first. */
  trend: z.array(z.int()),
  lastError: apiFailureSchema.nullable(),
  previous: z.object(figures).nullable(),
});

/** The hundred APIs with the most calls, of all that were called; `previous` is the period that they are compared with. */
export const apiListSchema = z.object({
  range: rangeSchema,
  previous: rangeSchema,
  /** Calls of all APIs, of those too that are not listed. */
  calls: z.int(),
  items: z.array(apiSchema),
});

export type ApiListQuery = z.infer<typeof apiListQuerySchema>;
export type ApiSort = (typeof API_SORTS)[number];
export type Api = z.infer<typeof apiSchema>;
export type ApiList = z.infer<typeof apiListSchema>;
