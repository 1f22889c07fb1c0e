import { z } from 'zod';
import { rangeSchema } from '../range/range.schema.js';

const summarySchema = z.object({ totalActivities: z.int(), activeUsers: z.int(), sessions: z.int() });
const timelineSchema = z.array(
  z.object({ timestamp: z.iso.datetime(), count: z.int(), activeUsers: z.int() }),
);

export const userActivitySchema = z.object({
  range: rangeSchema,
  summary: summarySchema,
  activityTypes: z.array(z.object({ activityType: z.string(), count: z.int() })),
  timeline: timelineSchema,
  activeUsers: z.array(
    z.object({
      userId: z.string(),
      userLabel: z.string().nullable(),
      count: z.int(),
      lastSeen: z.iso.datetime(),
    }),
  ),
  /** The period before, where the call asked to compare. */
  previous: z.object({ range: rangeSchema, summary: summarySchema, timeline: timelineSchema }).optional(),
});

export type UserActivitySummary = z.infer<typeof userActivitySchema>;
