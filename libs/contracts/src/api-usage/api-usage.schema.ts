import { z } from 'zod';
import { rangeSchema } from '../range/range.schema.js';

/**
 * The newest failed call of an API: what it was, when, and why it got no whole answer (`timeout`, `dns: ENOTFOUND` …);
 * null where the status says all there is to say.
 */
export const apiFailureSchema = z.object({
  timestamp: z.iso.datetime(),
  endpoint: z.string(),
  method: z.string(),
  statusCode: z.int().nullable(),
  failure: z.string().nullable(),
});

const summarySchema = z.object({
  totalCalls: z.int(),
  successRate: z.number().nullable(),
  avgResponseTime: z.number().nullable(),
});

export const apiUsageSchema = z.object({
  range: rangeSchema,
  summary: summarySchema,
  apis: z.array(
    z.object({
      apiName: z.string(),
      count: z.int(),
      successRate: z.number(),
      avg: z.number(),
      p95: z.number(),
      lastError: apiFailureSchema.nullable(),
    }),
  ),
  timeline: z.array(
    z.object({
      timestamp: z.iso.datetime(),
      apiName: z.string(),
      count: z.int(),
      successRate: z.number(),
      avg: z.number(),
    }),
  ),
  /** The period before, where the call asked to compare; an API without a call in it is left out. */
  previous: z
    .object({
      range: rangeSchema,
      summary: summarySchema,
      apis: z.array(
        z.object({
          apiName: z.string(),
          count: z.int(),
          successRate: z.number(),
          avg: z.number(),
          p95: z.number(),
        }),
      ),
    })
    .optional(),
});

export type ApiUsage = z.infer<typeof apiUsageSchema>;
