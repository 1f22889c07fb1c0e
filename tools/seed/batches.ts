import { createHash } from 'node:crypto';
import type { Batch, Source } from '@scitex/monitoring-contracts';
import { activityOf } from './events/activities.ts';
import { apiCallOf } from './events/api-calls.ts';
import { errorOf } from './events/errors.ts';
import { furtherMetric, responseTime } from './events/metrics.ts';
import { FAILURES, type Failure } from './portal/failures.ts';
import { instantAt, type Plan } from './plan.ts';
import { Random } from './chance/random.ts';
import { slicesOf, type Slice } from './slices.ts';
import type { User } from './portal/users.ts';
import { failedVisitAt, visitAt, type Visit } from './portal/visit.ts';
import { Zipf } from './chance/zipf.ts';

/** The part of the metrics that are requests. */
const REQUESTS = 0.84;
/** A new release goes out at this position of the window. */
const RELEASED = 0.7;
const INSTANCES = 3;
const HOUR_MS = 3_600_000;

const failures = new Zipf(FAILURES);

/** The sample data, oldest first: a batch at a time, so that any scale takes the same memory. */
export function* batches(plan: Plan): Generator<Batch> {
  const slices = slicesOf(plan);
  for (const [index, slice] of slices.entries())
    yield {
      id: batchId(plan, index),
      source: sourceOf(index, index / slices.length),
      ...eventsOf(plan, slice),
    };
}

function eventsOf(plan: Plan, { random, counts, requestInstant, failureInstant }: Slice) {
  const failed = times(counts.errors, () => {
    const timestamp = failureInstant();
    return failedVisitAt(timestamp, usualFailure(plan, timestamp), random);
  });
  const answered = times(Math.round(REQUESTS * counts.metrics) - failed.length, () =>
    visitAt(requestInstant(), random),
  );
  const visits = [...failed, ...answered].sort((one, other) => one.timestamp - other.timestamp);
  const further = spread(visits, counts.metrics - visits.length);
  const begin = instantAt(plan, 0);
  return {
    metrics: [...visits.map(responseTime), ...further.map((visit) => furtherMetric(visit, random))],
    errors: failed.map((visit) => errorOf(visit, random)),
    apiCalls: spread(visits, counts.apiCalls).map((visit) => apiCallOf(visit, random)),
    activities: spread(visits.filter(isSignedIn), counts.activities).map((visit) =>
      activityOf(visit, visit.user, begin),
    ),
  };
}

/** What breaks in the hour of an instant. */
function usualFailure({ seed, until }: Plan, timestamp: number): Failure {
  return failures.pick(new Random('usual failure', seed, Math.floor((until - timestamp) / HOUR_MS)));
}

function sourceOf(index: number, position: number): Source {
  return {
    app: 'research-portal',
    environment: 'production',
    release: position < RELEASED ? '2.14.0' : '2.15.0',
    instance: `portal-${(index % INSTANCES) + 1}`,
  };
}

/** A UUID of the plan's own making (version 8, RFC 9562): the store knows a batch that it has seen. */
function batchId({ seed, scale, days, until }: Plan, index: number): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([seed, scale, days, until, index]))
    .digest('hex');
  return digest.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-a$4-$5');
}

function isSignedIn<V extends Visit>(visit: V): visit is V & { user: User } {
  return visit.user !== null;
}

function times<T>(count: number, make: () => T): T[] {
  return Array.from({ length: Math.max(count, 0) }, make);
}

/** So many of the items, evenly from first to last. */
function spread<T>(items: readonly T[], count: number): T[] {
  return Array.from({ length: count }, (_, index) => items[Math.floor((index * items.length) / count)] as T);
}
