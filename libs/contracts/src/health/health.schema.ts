import { z } from 'zod';
import { oneOf, text, wholeNumber } from '../fields/fields.js';

export const HEALTH_STATUSES = ['healthy', 'warning', 'critical', 'insufficient-data'] as const;
export const FAIL_ON = ['warning', 'critical', 'never'] as const;

export const healthQuerySchema = z.strictObject({
  minutes: wholeNumber('minutes', 1, 527_040).default(60),
  failOn: oneOf(FAIL_ON).default('critical'),
  app: text(512).optional(),
  environment: text(512).optional(),
});

/** `value` is null where there is nothing to judge; such a check has the status `insufficient-data`. */
export const healthCheckSchema = z.object({
  name: z.string(),
  status: z.enum(HEALTH_STATUSES),
  value: z.number().nullable(),
  unit: z.enum(['ms', '%']),
  warning: z.number(),
  critical: z.number(),
  since: z.iso
    .datetime()
    .nullable()
    .describe(
      'Since when it has this status, to the minute; null where nobody has looked (a window of more than a day).',
    ),
  sinceIsBound: z.boolean().describe('It has had it for longer: since is as far back as was looked.'),
});

export const healthSchema = z.object({
  healthStatus: z.enum(HEALTH_STATUSES),
  errorCount: z.int(),
  errorRate: z.number(),
  avgResponseTime: z.number(),
  apiSuccessRate: z.number(),
  totalRequests: z.int(),
  totalApiCalls: z.int(),
  window: z.object({ from: z.iso.datetime(), to: z.iso.datetime() }),
  checks: z.array(healthCheckSchema),
});

/** All that a caller without credentials learns. */
export const bareHealthSchema = healthSchema.pick({ healthStatus: true });

export type HealthQuery = z.infer<typeof healthQuerySchema>;
export type HealthStatus = (typeof HEALTH_STATUSES)[number];
export type HealthCheck = z.infer<typeof healthCheckSchema>;
export type Health = z.infer<typeof healthSchema>;
