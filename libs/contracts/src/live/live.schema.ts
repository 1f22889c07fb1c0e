import { z } from 'zod';
import { SEVERITIES } from '../errors/severity.js';
import { text } from '../fields/fields.js';
import { healthSchema } from '../health/health.schema.js';
import { storedCountsSchema } from './announcement.schema.js';

/** Narrows the stream to what one app, or one environment, does. */
export const liveQuerySchema = z.strictObject({
  app: text(512).optional(),
  environment: text(512).optional(),
});

/** The event `summary`: what was stored since the one before. */
export const liveSummarySchema = z.object({
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  stale: z
    .boolean()
    .describe(
      'The server has lost touch with the store: nothing is announced until a summary says otherwise.',
    ),
  refetch: z
    .boolean()
    .describe(
      'More may have been stored than `sources` says, by whomever: what was read before is out of date.',
    ),
  sources: z.array(z.object({ app: z.string(), environment: z.string(), stored: storedCountsSchema })),
});

/** The event `health`: the status of the last hour, or of one of its checks, has changed. */
export const liveHealthSchema = z.object({
  previous: healthSchema.shape.healthStatus,
  health: healthSchema,
});

/** The event `error`: a group of errors is new, or came back after it had been resolved. */
export const liveErrorSchema = z.object({
  change: z.enum(['new', 'regressed']),
  id: z.uuid(),
  errorType: z.string(),
  title: z.string(),
  severity: z.enum(SEVERITIES),
  app: z.string(),
  environment: z.string(),
});

/** The data of each event of `GET stream`, by the event's name. */
export const liveEventsSchema = z.object({
  summary: liveSummarySchema,
  health: liveHealthSchema,
  error: liveErrorSchema,
});

export type LiveQuery = z.infer<typeof liveQuerySchema>;
export type LiveSummary = z.infer<typeof liveSummarySchema>;
export type LiveHealth = z.infer<typeof liveHealthSchema>;
export type LiveError = z.infer<typeof liveErrorSchema>;
export type LiveEvents = z.infer<typeof liveEventsSchema>;
