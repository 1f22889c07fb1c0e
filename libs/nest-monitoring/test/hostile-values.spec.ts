import { createTestStore, type TestStore } from '@scitex/monitoring-storage/testing';
import { Logger } from '@nestjs/common';
import { jest } from '@jest/globals';
import type { EventKind } from '@scitex/monitoring-contracts';
import type { MonitoringService } from '../src/index.js';
import { createHost, type Host } from './app/create-host.js';
import { HOSTILE_VALUES } from './app/hostile-values.js';

type Log = (monitoring: MonitoringService, value: never) => void;

/** Every place of every method that takes a value of the host's. */
const PLACES: readonly (readonly [string, EventKind, Log])[] = [
  ['metricType', 'metrics', (to, metricType) => to.logMetric({ metricType, value: 1 })],
  ['value', 'metrics', (to, value) => to.logMetric({ metricType: 'number', value })],
  ['statusCode', 'metrics', (to, statusCode) => to.logMetric({ metricType: 'number', value: 1, statusCode })],
  ['endpoint', 'metrics', (to, endpoint) => to.logMetric({ metricType: 'number', value: 1, endpoint })],
  ['metadata', 'metrics', (to, metadata) => to.logMetric({ metricType: 'number', value: 1, metadata })],
  ['in metadata', 'metrics', (to, x) => to.logMetric({ metricType: 'number', value: 1, metadata: { x } })],
  ['a metric', 'metrics', (to, metric) => to.logMetric(metric)],
  ['an error', 'errors', (to, error) => to.logError(error as unknown)],
  ['message', 'errors', (to, message) => to.logError({ errorType: 'E', message })],
  ['errorType', 'errors', (to, errorType) => to.logError({ errorType, message: 'm' })],
  ['stackTrace', 'errors', (to, stackTrace) => to.logError({ errorType: 'E', message: 'm', stackTrace })],
  ['cause', 'errors', (to, cause) => to.logError(new Error('m', { cause }))],
  ['severity', 'errors', (to, severity) => to.logError(new Error('m'), { severity })],
  ['endpoint', 'errors', (to, endpoint) => to.logError(new Error('m'), { endpoint })],
  ['user', 'errors', (to, user) => to.logError(new Error('m'), { user })],
  ['context', 'errors', (to, context) => to.logError(new Error('m'), context)],
  ['in metadata', 'errors', (to, x) => to.logError(new Error('m'), { metadata: { x: [x] } })],
  ['apiName', 'apiCalls', (to, apiName) => to.logApiUsage({ apiName, endpoint: '/', responseTime: 1 })],
  ['endpoint', 'apiCalls', (to, endpoint) => to.logApiUsage({ apiName: 'a', endpoint, responseTime: 1 })],
  [
    'method',
    'apiCalls',
    (to, method) => to.logApiUsage({ apiName: 'a', endpoint: '/', method, responseTime: 1 }),
  ],
  [
    'responseTime',
    'apiCalls',
    (to, responseTime) => to.logApiUsage({ apiName: 'a', endpoint: '/', responseTime }),
  ],
  [
    'queryParams',
    'apiCalls',
    (to, queryParams) => to.logApiUsage({ apiName: 'a', endpoint: '/', responseTime: 1, queryParams }),
  ],
  [
    'responseSize and success',
    'apiCalls',
    (to, x) => to.logApiUsage({ apiName: 'a', endpoint: '/', responseTime: 1, responseSize: x, success: x }),
  ],
  ['activityType', 'activities', (to, activityType) => to.logActivity({ activityType })],
  ['user', 'activities', (to, user) => to.logActivity({ activityType: 'cite', user })],
  [
    'id of the user',
    'activities',
    (to, id) => to.logActivity({ activityType: 'cite', user: { id, label: id } }),
  ],
  ['sessionId', 'activities', (to, sessionId) => to.logActivity({ activityType: 'cite', sessionId })],
  ['module', 'activities', (to, module) => to.logActivity({ activityType: 'cite', module, feature: module })],
  ['duration', 'activities', (to, duration) => to.logActivity({ activityType: 'cite', duration })],
  ['details', 'activities', (to, details) => to.logActivity({ activityType: 'cite', details })],
];

describe('a hostile value', () => {
  const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);

  let store: TestStore;
  let host: Host;
  beforeAll(async () => {
    store = await createTestStore();
    host = await createHost('express', { url: store.url });
  });
  afterAll(async () => {
    await host.close();
    await store.drop();
  });

  it.each(HOSTILE_VALUES)(
    '(%s) is cleaned or refused wherever it is logged, and counted',
    async (_, value) => {
      const before = host.monitoring.stats();
      for (const [, , log] of PLACES) log(host.monitoring, value as never);
      expect(await host.monitoring.flush(10_000)).toBe(true);
      const { kinds } = host.monitoring.stats();
      for (const kind of ['metrics', 'errors', 'apiCalls', 'activities'] as const) {
        const { captured, stored, dropped } = kinds[kind];
        const logged = PLACES.filter(([, of]) => of === kind).length;
        expect([kind, captured - before.kinds[kind].captured]).toEqual([kind, logged]);
        expect([kind, stored + (dropped.refused ?? 0)]).toEqual([kind, captured]);
      }
    },
  );

  it.each(HOSTILE_VALUES)(
    '(%s) does not keep the other 499 of its batch from being stored',
    async (_, value) => {
      const before = host.monitoring.stats().stored;
      for (let index = 0; index < 499; index++)
        host.monitoring.logMetric({ metricType: 'number', value: index });
      host.monitoring.logMetric({ metricType: 'number', value: 499, metadata: { value: value as object } });
      expect(await host.monitoring.flush(10_000)).toBe(true);
      expect(host.monitoring.stats().stored - before).toBe(500);
    },
  );

  it('that is refused is told of once, with the reason, and shown to the staff of the store', async () => {
    await store.dataSource.query('DELETE FROM monitoring.quarantine');
    const { refused: before = 0 } = host.monitoring.stats().dropped;
    for (let times = 0; times < 3; times++) {
      host.monitoring.logMetric({ metricType: 'ratio', value: 0 / 0 });
      await host.monitoring.flush(10_000);
    }
    expect(host.monitoring.stats().dropped.refused).toBe(before + 3);
    const told = warn.mock.calls
      .map(([message]) => String(message))
      .filter((text) => text.includes('refused'));
    expect(told.filter((text) => text.includes('metrics): value: missing'))).toHaveLength(1);
    expect(
      await store.dataSource.query(`SELECT kind, reason, occurrences::int, example->>'metricType' AS type
        FROM monitoring.quarantine WHERE app = 'papers'`),
    ).toEqual([
      { kind: 'metrics', reason: expect.stringContaining('value: missing'), occurrences: 3, type: 'ratio' },
    ]);
  });
});
