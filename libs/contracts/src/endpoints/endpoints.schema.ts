import { z } from 'zod';
import { oneOf, text } from '../fields/fields.js';
import { checkRange, rangeSchema, rangeShape } from '../range/range.schema.js';

/** `change`: how much longer the 95th percentile has become since the period before, as a share of what it was. */
export const ENDPOINT_SORTS = [
  'timeShare',
  'count',
  'errorRate',
  'apdex',
  'avg',
  'p50',
  'p95',
  'p99',
  'change',
] as const;

export const endpointListQuerySchema = z
  .strictObject({
    ...rangeShape,
    /** Part of a route, in any case. */
    q: text(256).optional(),
    sort: oneOf(ENDPOINT_SORTS).default('timeShare'),
    order: oneOf(['asc', 'desc']).default('desc'),
  })
  .superRefine(checkRange);

const figures = {
  count: z.int(),
  /** Percent. */
  errorRate: z.number(),
  /** From 0 to 1. */
  apdex: z.number(),
  /** Milliseconds, as all times are. */
  avg: z.number(),
  p50: z.number(),
  p95: z.number(),
  p99: z.number(),
};

/** A route, and how it was in the period before, if it was asked for then. */
export const endpointSchema = z.object({
  endpoint: z.string(),
  method: z.string(),
  ...figures,
  /** Percent of the time that all requests of the range took together. */
  timeShare: z.number(),
  /** Requests in equal parts of the range, oldest first. */
  trend: z.array(z.int()),
  previous: z.object(figures).nullable(),
});

/** The busiest routes that match, `total` of how many; `previous` is the period that they are compared with. */
export const endpointListSchema = z.object({
  range: rangeSchema,
  previous: rangeSchema,
  total: z.int(),
  items: z.array(endpointSchema),
});

export type EndpointListQuery = z.infer<typeof endpointListQuerySchema>;
export type EndpointSort = (typeof ENDPOINT_SORTS)[number];
export type Endpoint = z.infer<typeof endpointSchema>;
export type EndpointList = z.infer<typeof endpointListSchema>;
