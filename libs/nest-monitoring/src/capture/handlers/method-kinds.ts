import type { MethodKind } from './bare-methods.js';
import type { WatchedHandler } from './watched-handler.js';

const SCHEDULER_TYPE = 'SCHEDULER_TYPE';
const SCHEDULER_NAME = 'SCHEDULER_NAME';
const SCHEDULES = new Map<unknown, string>([
  [1, 'cron'],
  [2, 'timeout'],
  [3, 'interval'],
]);
const CRON_OPTIONS = 'SCHEDULE_CRON_OPTIONS';
/** What `@Processor()` leaves on a class. */
export const PROCESSOR = 'bullmq:processor_metadata';
const FIELD = 'graphql:resolve_property';

interface Job {
  readonly queueName?: unknown;
  readonly name?: unknown;
  readonly id?: unknown;
  readonly attemptsMade?: unknown;
}

/** Methods with `@Cron()`, `@Interval()` or `@Timeout()`: `@nestjs/schedule` swallows what they throw. */
const scheduled: MethodKind = (type, method, methodName) => {
  const schedule = SCHEDULES.get(Reflect.getMetadata(SCHEDULER_TYPE, method));
  if (schedule === undefined) return null;
  const cron = Reflect.getMetadata(CRON_OPTIONS, method) as { readonly name?: unknown } | undefined;
  const name = (Reflect.getMetadata(SCHEDULER_NAME, method) as unknown) ?? cron?.name ?? null;
  return {
    ...run('cron', type, methodName),
    details: () => ({ schedule, name }),
  };
};

/** The method of a `@Processor()` of `@nestjs/bullmq` that takes the jobs; its worker events are no jobs. */
const processor: MethodKind = (type, _method, methodName) => {
  if (methodName !== 'process' || !Reflect.hasMetadata(PROCESSOR, type)) return null;
  return {
    ...run('job', type, methodName),
    details: ([job]) => {
      const { queueName, name, id, attemptsMade } = (job ?? {}) as Job;
      return { queue: queueName, job: name, jobId: id ?? null, attempt: Number(attemptsMade) + 1 };
    },
  };
};

/** `@ResolveField()`: GraphQL calls those bare that take none of their arguments by decorator. */
const fieldResolver: MethodKind = (type, method, methodName) => {
  if (Reflect.getMetadata(FIELD, method) !== true) return null;
  return { ...run('graphql', type, methodName), isTimed: false, isAnswered: true };
};

function run(
  metricType: WatchedHandler['metricType'],
  type: { readonly name: string },
  methodName: string,
): WatchedHandler {
  return { metricType, name: `${type.name}.${methodName}`, verb: null, isTimed: true, isAnswered: false };
}

export const METHOD_KINDS: readonly MethodKind[] = [scheduled, processor, fieldResolver];
