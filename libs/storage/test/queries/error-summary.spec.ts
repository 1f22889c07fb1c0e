import type { ErrorEvent } from '@scitex/monitoring-contracts';
import { readErrorSummary } from '../../src/queries/index.js';
import { batch, failure } from '../batch.js';
import { openWrittenStore, type WrittenStore } from '../written-store.js';
import { BUCKET_SECONDS, bucketStart, groupBy, mostFrequent, pick, randomNumbers } from './reference.js';

const to = new Date(Math.floor(Date.now() / 1000) * 1000);
const from = new Date(to.getTime() - 3_600_000);
const random = randomNumbers(5);
const STATUS: Record<string, string> = { A: 'unresolved', B: 'resolved', C: 'ignored', D: 'unresolved' };

const inside: ErrorEvent[] = Array.from({ length: 200 }, (_, index) =>
  failure({
    timestamp: from.getTime() + index * 18_000,
    errorType: pick(Object.keys(STATUS), random()),
    severity: pick(['low', 'high', 'critical'], random()),
  }),
);
const outside = [from.getTime() - 1, to.getTime()].map((timestamp) => failure({ timestamp, errorType: 'A' }));
const statusOf = ({ errorType }: ErrorEvent) => String(STATUS[errorType]);
const unresolved = (events: readonly ErrorEvent[]) =>
  events.filter((event) => statusOf(event) === 'unresolved').length;

let store: WrittenStore;
beforeAll(async () => {
  store = await openWrittenStore();
  await store.writer.write(batch({ errors: [...inside, ...outside] }));
  for (const [type, status] of Object.entries(STATUS))
    await store.sql('UPDATE monitoring.error_group SET status = $2 WHERE error_type = $1', [type, status]);
});
afterAll(() => store.close());

describe('readErrorSummary', () => {
  it('counts occurrences by severity, type, status and time', async () => {
    const bySeverity = new Map(groupBy(inside, ({ severity }) => severity));
    const byStatus = new Map(groupBy(inside, statusOf));
    expect(await readErrorSummary(store.db, { from, to }, BUCKET_SECONDS)).toEqual({
      total: inside.length,
      unresolved: unresolved(inside),
      bySeverity: (['critical', 'high', 'low'] as const).map((severity) => ({
        severity,
        count: bySeverity.get(severity)?.length,
        unresolved: unresolved(bySeverity.get(severity) ?? []),
      })),
      byType: mostFrequent(inside, ({ errorType }) => errorType).map(([errorType, { length }]) => ({
        errorType,
        count: length,
      })),
      byStatus: ['unresolved', 'resolved', 'ignored'].map((status) => ({
        status,
        groups: Object.values(STATUS).filter((each) => each === status).length,
        occurrences: byStatus.get(status)?.length,
      })),
      timeline: groupBy(inside, ({ timestamp }) => bucketStart(timestamp)).map(([timestamp, events]) => ({
        timestamp,
        count: events.length,
        critical: events.filter(({ severity }) => severity === 'critical').length,
      })),
    });
  });

  it('is empty where nothing went wrong', async () => {
    expect(await readErrorSummary(store.db, { from, to, app: 'unknown' }, BUCKET_SECONDS)).toEqual({
      total: 0,
      unresolved: 0,
      bySeverity: [],
      byType: [],
      byStatus: [],
      timeline: [],
    });
  });
});
