import { z } from 'zod';
import { rangeSchema } from '../range/range.schema.js';

const timings = {
  avg: z.number(),
  min: z.number(),
  max: z.number(),
  p50: z.number(),
  p95: z.number(),
  p99: z.number(),
};

/** Times in milliseconds, rates in percent, apdex between 0 and 1; all null in `summary` where there was no request. */
export const performanceSummarySchema = z.object({
  totalRequests: z.int(),
  errorRate: z.number().nullable(),
  avgResponseTime: z.number().nullable(),
  minResponseTime: z.number().nullable(),
  maxResponseTime: z.number().nullable(),
  p50: z.number().nullable(),
  p95: z.number().nullable(),
  p99: z.number().nullable(),
  apdex: z.number().nullable(),
});

/** One bucket; buckets without a request are left out. `timestamp` is where the bucket begins. */
export const responseTimePointSchema = z.object({
  timestamp: z.iso.datetime(),
  count: z.int(),
  errorCount: z.int(),
  ...timings,
});

export const topEndpointSchema = z.object({
  endpoint: z.string(),
  method: z.string(),
  count: z.int(),
  errorRate: z.number(),
  ...timings,
});

export const performanceSchema = z.object({
  range: rangeSchema,
  summary: performanceSummarySchema,
  responseTimes: z.array(responseTimePointSchema),
  statusCodes: z.array(z.object({ statusCode: z.int(), count: z.int() })),
  topEndpoints: z.array(topEndpointSchema),
  errorTypes: z.array(z.object({ errorType: z.string(), count: z.int() })),
  /** The period before, where the call asked to compare. */
  previous: z
    .object({
      range: rangeSchema,
      summary: performanceSummarySchema,
      responseTimes: z.array(responseTimePointSchema),
    })
    .optional(),
});

export type PerformanceSummary = z.infer<typeof performanceSummarySchema>;
export type ResponseTimePoint = z.infer<typeof responseTimePointSchema>;
export type TopEndpoint = z.infer<typeof topEndpointSchema>;
export type Performance = z.infer<typeof performanceSchema>;
