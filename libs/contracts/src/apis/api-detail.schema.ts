import { z } from 'zod';
import type { RateLimit } from '../events/rate-limit.js';
import { oneOf, text } from '../fields/fields.js';
import { checkRange, rangeSchema, rangeShape } from '../range/range.schema.js';

export const apiDetailQuerySchema = z
  .strictObject({ ...rangeShape, apiName: text(512), compare: oneOf(['previous']).optional() })
  .superRefine(checkRange);

const timings = { avg: z.number(), p50: z.number(), p95: z.number(), p99: z.number() };
const calls = { count: z.int(), failed: z.int() };

/** Times in milliseconds, the rate in percent; all null where there was no call. */
const summarySchema = z.object({
  ...calls,
  successRate: z.number().nullable(),
  avg: z.number().nullable(),
  p50: z.number().nullable(),
  p95: z.number().nullable(),
  p99: z.number().nullable(),
});

/** One bucket; buckets without a call are left out. `timestamp` is where the bucket begins. */
const pointSchema = z.object({ timestamp: z.iso.datetime(), ...calls, ...timings });

const failedCallSchema = z.object({
  id: z.uuid(),
  timestamp: z.iso.datetime(),
  app: z.string(),
  endpoint: z.string(),
  method: z.string(),
  responseTime: z.number(),
  statusCode: z.int().nullable(),
  failure: z.string().nullable(),
});

/** What failed calls say, and whom they hit. Read from the newest of them. */
export const apiFailuresSchema = z.object({
  read: z.int().describe('Failed calls that were read for this.'),
  isWhole: z.boolean().describe('Whether these are all of the range.'),
  reasons: z
    .array(z.object({ failure: z.string().nullable(), statusCode: z.int().nullable(), count: z.int() }))
    .describe('Why they failed: `failure` where no whole answer came, the status else.'),
  newest: z.array(failedCallSchema),
  withoutRequest: z.int().describe('Those that no request made: of jobs and timers, or not traced.'),
  routes: z.array(
    z.object({
      endpoint: z.string().nullable(),
      method: z.string().nullable(),
      count: z.int(),
      users: z.int(),
    }),
  ),
  totalRoutes: z.int(),
  users: z.array(z.object({ userId: z.string(), count: z.int(), lastSeen: z.iso.datetime() })),
  totalUsers: z.int(),
});

const seenLimitSchema = z.object({
  limit: z.int().nullable(),
  remaining: z.int().nullable(),
  resetAt: z.iso.datetime().nullable(),
  seenAt: z.iso.datetime(),
}) satisfies z.ZodType<RateLimit>;

/** What answers said of rate limits; the newest of those that did were read. */
export const apiRateLimitsSchema = z.object({
  read: z.int(),
  isWhole: z.boolean(),
  last: seenLimitSchema.nullable(),
  /** Where the smallest part of the calls was left. */
  lowest: seenLimitSchema.nullable(),
});

export const apiDetailSchema = z.object({
  range: rangeSchema,
  apiName: z.string(),
  summary: summarySchema,
  timeline: z.array(pointSchema),
  statusCodes: z.array(z.object({ statusCode: z.int(), count: z.int() })),
  /** The called endpoints with the most calls. */
  endpoints: z.array(
    z.object({ endpoint: z.string(), method: z.string(), ...calls, successRate: z.number(), ...timings }),
  ),
  failures: apiFailuresSchema,
  rateLimits: apiRateLimitsSchema,
  /** The period before, where the call asked to compare. */
  previous: z
    .object({ range: rangeSchema, summary: summarySchema, timeline: z.array(pointSchema) })
    .optional(),
});

export type ApiDetailQuery = z.infer<typeof apiDetailQuerySchema>;
export type ApiFailures = z.infer<typeof apiFailuresSchema>;
export type ApiRateLimits = z.infer<typeof apiRateLimitsSchema>;
export type ApiDetail = z.infer<typeof apiDetailSchema>;
