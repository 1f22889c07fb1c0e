import { z } from 'zod';
import { filterShape } from '../range/range.schema.js';

export const activityWeeksQuerySchema = z.strictObject(filterShape);

/** Seven days: `from` inclusive, `to` exclusive. */
export const activityWeekSchema = z.object({
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  count: z.int(),
  users: z.int(),
  newUsers: z
    .int()
    .nullable()
    .describe(
      'Users who were active in none of the weeks before; null in the oldest, which has none before.',
    ),
});

/** The last weeks, the oldest first; the newest ends now, and so all are equally long. */
export const activityWeeksSchema = z.object({ weeks: z.array(activityWeekSchema) });

export type ActivityWeeksQuery = z.infer<typeof activityWeeksQuerySchema>;
export type ActivityWeek = z.infer<typeof activityWeekSchema>;
export type ActivityWeeks = z.infer<typeof activityWeeksSchema>;
