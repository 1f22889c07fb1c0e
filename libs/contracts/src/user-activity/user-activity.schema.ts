import { z } from 'zod';
import { rangeSchema } from '../range/range.schema.js';

export const userActivitySchema = z.object({
  range: rangeSchema,
  summary: z.object({ totalActivities: z.int(), activeUsers: z.int(), sessions: z.int() }),
  activityTypes: z.array(z.object({ activityType: z.string(), count: z.int() })),
  timeline: z.array(z.object({ timestamp: z.iso.datetime(), count: z.int(), activeUsers: z.int() })),
  activeUsers: z.array(
    z.object({
      userId: z.string(),
      userLabel: z.string().nullable(),
      count: z.int(),
      lastSeen: z.iso.datetime(),
    }),
  ),
});

export type UserActivitySummary = z.infer<typeof userActivitySchema>;
