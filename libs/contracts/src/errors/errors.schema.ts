import { z } from 'zod';
import { idOf, oneOf, text } from '../fields/fields.js';
import { pageShape } from '../page/page.schema.js';
import { checkRange, rangeSchema, rangeShape } from '../range/range.schema.js';
import { ERROR_STATUSES, SEVERITIES } from './severity.js';

export const ERROR_SORTS = ['lastSeen', 'firstSeen', 'count', 'userCount', 'severity'] as const;

/** Groups with an occurrence in the range; counts are of the range. */
export const errorListQuerySchema = z
  .strictObject({
    ...rangeShape,
    ...pageShape,
    status: oneOf(ERROR_STATUSES).optional(),
    severity: oneOf(SEVERITIES).optional(),
    errorType: text(512).optional(),
    userId: text(512).optional(),
    assignee: idOf('an account').optional(),
    q: text(256).optional(),
    sort: oneOf(ERROR_SORTS).default('lastSeen'),
    order: oneOf(['asc', 'desc']).default('desc'),
  })
  .superRefine(checkRange);

export const occurrenceListQuerySchema = z
  .strictObject({ ...rangeShape, ...pageShape })
  .superRefine(checkRange);

/** `trend`: occurrences per twelfth of the range, oldest first. */
export const errorGroupSchema = z.object({
  id: z.uuid(),
  errorType: z.string(),
  title: z.string(),
  severity: z.enum(SEVERITIES),
  status: z.enum(ERROR_STATUSES),
  endpoint: z.string().nullable(),
  app: z.string(),
  environment: z.string(),
  count: z.int(),
  userCount: z.int(),
  firstSeen: z.iso.datetime(),
  lastSeen: z.iso.datetime(),
  assignee: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  regressed: z.boolean(),
  trend: z.array(z.int()),
});

/** `total`: all groups that match, on every page. `nextCursor`: null on the last page. */
export const errorListSchema = z.object({
  items: z.array(errorGroupSchema),
  total: z.int(),
  nextCursor: z.string().nullable(),
});

export const occurrenceSchema = z.object({
  id: z.uuid(),
  timestamp: z.iso.datetime(),
  app: z.string(),
  environment: z.string(),
  release: z.string().nullable(),
  instance: z.string(),
  severity: z.enum(SEVERITIES),
  errorType: z.string(),
  message: z.string(),
  stackTrace: z.string().nullable(),
  endpoint: z.string().nullable(),
  method: z.string().nullable(),
  userId: z.string().nullable(),
  userAgent: z.string().nullable(),
  ipAddress: z.string().nullable(),
  traceId: z.string().nullable(),
  metadata: z.record(z.string(), z.unknown()),
  weight: z
    .int()
    .describe(
      'How many alike occurrences it stands for: more than 1 where the app was overloaded, and merged them.',
    ),
});

/**
 * `total`: the entries of all pages. A group's `count` is larger where entries stand for several: it is the sum of
 * their weights.
 */
export const occurrenceListSchema = z.object({
  items: z.array(occurrenceSchema),
  total: z.int().describe('Entries on all pages, whatever their weight.'),
  nextCursor: z.string().nullable(),
});

/** Why occurrences fell into one group: the parts that were hashed into its fingerprint. */
export const groupingSchema = z.object({
  fingerprint: z.string(),
  errorType: z.string(),
  normalizedMessage: z.string(),
  frames: z.array(z.string()),
});

/** A group over its whole life (counts too), with its newest occurrence. */
export const errorDetailSchema = errorGroupSchema.extend({
  grouping: groupingSchema,
  latest: occurrenceSchema.nullable(),
});

export const errorSummarySchema = z.object({
  range: rangeSchema,
  total: z.int(),
  unresolved: z.int(),
  bySeverity: z.array(z.object({ severity: z.enum(SEVERITIES), count: z.int(), unresolved: z.int() })),
  byType: z.array(z.object({ errorType: z.string(), count: z.int() })),
  byStatus: z.array(z.object({ status: z.enum(ERROR_STATUSES), groups: z.int(), occurrences: z.int() })),
  timeline: z.array(z.object({ timestamp: z.iso.datetime(), count: z.int(), critical: z.int() })),
});

export type ErrorListQuery = z.infer<typeof errorListQuerySchema>;
export type OccurrenceListQuery = z.infer<typeof occurrenceListQuerySchema>;
export type ErrorGroup = z.infer<typeof errorGroupSchema>;
export type ErrorList = z.infer<typeof errorListSchema>;
export type ErrorDetail = z.infer<typeof errorDetailSchema>;
export type ErrorSummary = z.infer<typeof errorSummarySchema>;
export type Occurrence = z.infer<typeof occurrenceSchema>;
export type OccurrenceList = z.infer<typeof occurrenceListSchema>;
