import { z } from 'zod';
import { SEVERITIES } from '../errors/severity.js';
import { oneOf, text } from '../fields/fields.js';
import { pageShape } from '../page/page.schema.js';
import { checkRange, rangeSchema, rangeShape } from '../range/range.schema.js';

/** What a user's timeline is made of. */
export const TIMELINE_KINDS = ['request', 'activity', 'error'] as const;

const userId = text(512).describe('The id that the monitored applications give the user.');

export const userQuerySchema = z.strictObject({ ...rangeShape, userId }).superRefine(checkRange);

export const userTimelineQuerySchema = z
  .strictObject({ ...rangeShape, ...pageShape, userId, kind: oneOf(TIMELINE_KINDS).optional() })
  .superRefine(checkRange);

/** A user of the monitored applications over a range. Who did nothing in it, and who does not exist, has zeros. */
export const userSummarySchema = z.object({
  range: rangeSchema,
  userId: z.string(),
  /** The one that was recorded last. */
  userLabel: z.string().nullable(),
  firstSeen: z.iso.datetime().nullable(),
  lastSeen: z.iso.datetime().nullable(),
  requests: z.int(),
  activities: z.int(),
  errors: z.int(),
  sessions: z.int(),
});

const entry = {
  id: z.uuid(),
  timestamp: z.iso.datetime(),
  app: z.string(),
  environment: z.string(),
  endpoint: z.string().nullable(),
  method: z.string().nullable(),
  weight: z.int().describe('How many alike events it stands for.'),
};

const requestEntrySchema = z.object({
  kind: z.literal('request'),
  ...entry,
  statusCode: z.int().nullable(),
  /** Milliseconds. */
  duration: z.number(),
});

const activityEntrySchema = z.object({
  kind: z.literal('activity'),
  ...entry,
  activityType: z.string(),
  module: z.string().nullable(),
  feature: z.string().nullable(),
  success: z.boolean(),
});

const errorEntrySchema = z.object({
  kind: z.literal('error'),
  ...entry,
  groupId: z.uuid(),
  severity: z.enum(SEVERITIES),
  errorType: z.string(),
  message: z.string(),
});

export const timelineEntrySchema = z.discriminatedUnion('kind', [
  requestEntrySchema,
  activityEntrySchema,
  errorEntrySchema,
]);

/** Newest first. */
export const userTimelineSchema = z.object({
  items: z.array(timelineEntrySchema),
  total: z.int().describe('Entries on all pages; where `totalIsExact` is false, there are more of them.'),
  totalIsExact: z.boolean(),
  nextCursor: z.string().nullable().describe('Null on the last page.'),
});

export type TimelineKind = (typeof TIMELINE_KINDS)[number];
export type UserQuery = z.infer<typeof userQuerySchema>;
export type UserTimelineQuery = z.infer<typeof userTimelineQuerySchema>;
export type UserSummary = z.infer<typeof userSummarySchema>;
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;
export type UserTimeline = z.infer<typeof userTimelineSchema>;
