import { z } from 'zod';
import { timeZone } from '../fields/time-zone.js';
import { checkRange, rangeSchema, rangeShape } from '../range/range.schema.js';

export const activityHoursQuerySchema = z
  .strictObject({
    ...rangeShape,
    timeZone: timeZone.default('UTC').describe('Whose hours of the week they are: an IANA name.'),
  })
  .superRefine(checkRange);

/** An hour of the week, by the clocks of the time zone: all that lie in the range together. */
export const activityHourSchema = z.object({
  /** From Monday, 1, to Sunday, 7. */
  dayOfWeek: z.int().min(1).max(7),
  hour: z.int().min(0).max(23),
  count: z.int(),
  users: z.int(),
  firstSeen: z.iso.datetime(),
  lastSeen: z.iso.datetime(),
});

/** Those in which something was done, in their order. */
export const activityHoursSchema = z.object({
  range: rangeSchema,
  timeZone: z.string(),
  hours: z.array(activityHourSchema),
});

export type ActivityHoursQuery = z.infer<typeof activityHoursQuerySchema>;
export type ActivityHour = z.infer<typeof activityHourSchema>;
export type ActivityHours = z.infer<typeof activityHoursSchema>;
