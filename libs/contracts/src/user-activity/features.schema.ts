import { z } from 'zod';
import { oneOf } from '../fields/fields.js';
import { checkRange, rangeSchema, rangeShape } from '../range/range.schema.js';

export const FEATURE_SORTS = ['count', 'growth', 'users', 'adoption'] as const;

export const featureListQuerySchema = z
  .strictObject({
    ...rangeShape,
    sort: oneOf(FEATURE_SORTS).default('count'),
    order: oneOf(['asc', 'desc']).default('desc'),
  })
  .superRefine(checkRange);

const usage = {
  /** Activities, those of nobody known included. */
  count: z.int(),
  users: z.int(),
};

/** A feature of a module: what activities name at least one of. */
export const featureSchema = z.object({
  module: z.string().nullable(),
  feature: z.string().nullable(),
  ...usage,
  adoption: z
    .number()
    .nullable()
    .describe('Percent of the active users of the range that used it; null where nobody was active.'),
  trend: z.array(z.int()).describe('Activities in equal parts of the range, oldest first.'),
  previous: z.object(usage),
  growth: z
    .number()
    .nullable()
    .describe('Percent of more activities than in the period before; null where that had none.'),
});

/** The most used features, `total` of how many; `previous` is the period that they are compared with. */
export const featureListSchema = z.object({
  range: rangeSchema,
  previous: rangeSchema,
  activeUsers: z.int(),
  total: z.int(),
  features: z.array(featureSchema),
});

export type FeatureListQuery = z.infer<typeof featureListQuerySchema>;
export type FeatureSort = (typeof FEATURE_SORTS)[number];
export type Feature = z.infer<typeof featureSchema>;
export type FeatureList = z.infer<typeof featureListSchema>;
