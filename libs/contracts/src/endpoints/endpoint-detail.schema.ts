import { z } from 'zod';
import { oneOf, text } from '../fields/fields.js';
import { checkRange, rangeSchema, rangeShape } from '../range/range.schema.js';

/** `slowdown`: what has become slower times how often, so that a single slow request of a rare user is not the first. */
export const ROUTE_USER_SORTS = ['count', 'slowdown'] as const;

/** A route by its name and method; without a method, those of all methods. */
export const endpointDetailQuerySchema = z
  .strictObject({
    ...rangeShape,
    endpoint: text(512),
    userSort: oneOf(ROUTE_USER_SORTS).default('count'),
  })
  .superRefine(checkRange);

export const slowRequestSchema = z.object({
  id: z.uuid(),
  timestamp: z.iso.datetime(),
  method: z.string().nullable(),
  /** Milliseconds. */
  value: z.number(),
  statusCode: z.int().nullable(),
  userId: z.string().nullable(),
  traceId: z.string().nullable(),
  release: z.string().nullable(),
});

/** A user of a route, and how it was for them in the period before; times in milliseconds, rates in percent. */
export const routeUserSchema = z.object({
  userId: z.string(),
  count: z.int(),
  errorRate: z.number(),
  avg: z.number(),
  p95: z.number(),
  previous: z.object({ count: z.int(), p95: z.number() }).nullable(),
});

export const routeReleaseSchema = z.object({
  release: z.string().nullable(),
  count: z.int(),
  errorRate: z.number(),
  avg: z.number(),
  p95: z.number(),
});

const readFrom = z.iso
  .datetime()
  .nullable()
  .describe(
    'Where there were more rows than are read: the time of the oldest that was; null where all were.',
  );

/** What a route's own page shows beside its `performance`: the slowest requests, and for whom and since which release. */
export const endpointDetailSchema = z.object({
  range: rangeSchema,
  previous: rangeSchema,
  /** `slowest` and `users` are of the newest rows of the range, `previous` of each user of those before it. */
  sampledFrom: readFrom,
  previousSampledFrom: readFrom,
  slowest: z.array(slowRequestSchema),
  users: z.object({
    total: z.int().describe('Users with a request of this route.'),
    items: z.array(routeUserSchema),
  }),
  releases: z.object({ total: z.int(), items: z.array(routeReleaseSchema) }),
});

export type EndpointDetailQuery = z.infer<typeof endpointDetailQuerySchema>;
export type RouteUserSort = (typeof ROUTE_USER_SORTS)[number];
export type SlowRequest = z.infer<typeof slowRequestSchema>;
export type RouteUser = z.infer<typeof routeUserSchema>;
export type RouteRelease = z.infer<typeof routeReleaseSchema>;
export type EndpointDetail = z.infer<typeof endpointDetailSchema>;
