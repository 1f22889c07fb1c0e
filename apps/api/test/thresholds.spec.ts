import {
  healthSchema,
  problemSchema,
  thresholdsSchema,
  type EnvironmentThresholds,
  type Limits,
} from '@scitex/monitoring-contracts';
import { BatchWriter, StaffAccount } from '@scitex/monitoring-storage';
import { randomNumbers } from '@scitex/monitoring-storage/testing';
import { randomBatch, SOURCES } from './support/random-batch.js';
import { emailOf, startTestApp, type TestApp } from './support/test-app.js';

let server: TestApp;
beforeAll(async () => {
  server = await startTestApp();
  const writer = new BatchWriter({ url: server.store.url });
  const hourAgo = new Date(Date.now() - 3_500_000);
  for (const source of SOURCES)
    await writer.write(randomBatch(source, hourAgo, new Date(), 50, randomNumbers(11)));
  await writer.close();
});
afterAll(() => server.close());
beforeEach(() => server.store.dataSource.query('DELETE FROM monitoring.threshold'));

const errorRate: Limits = { name: 'errorRate', warning: 99.5, critical: 99.9 };
const slow: Limits = { name: 'avgResponseTime', warning: 2_000_000, critical: 3_000_000 };

const put = (body: unknown, token = server.tokens.admin) =>
  fetch(`${server.url}/monitoring/api/settings/thresholds`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
const change = async (environment: string | null, version: number, thresholds: Limits[]) => {
  const answer = await put({ environment, version, thresholds });
  return thresholdsSchema.strict().parse(await answer.json());
};
const list = async () => {
  const answer = await server.get('settings/thresholds');
  return thresholdsSchema.strict().parse(await answer.json());
};
const of = (environments: EnvironmentThresholds[], environment: string | null) =>
  environments.find((known) => known.environment === environment);
const limitsOf = (known: EnvironmentThresholds | undefined) =>
  known?.thresholds.map(({ warning, critical, isOverridden }) => [warning, critical, isOverridden]);
const checks = async (query = '') => {
  const answer = await server.get(`health?failOn=never${query}`);
  return healthSchema.parse(await answer.json()).checks.map(({ warning, critical }) => [warning, critical]);
};

const DEFAULTS = [
  [500, 1000],
  [2, 5],
  [95, 90],
];

it('tells the defaults of every environment that was seen', async () => {
  const { environments } = await list();
  expect(environments.map(({ environment }) => environment)).toEqual([null, 'production', 'staging']);
  for (const known of environments) {
    expect(limitsOf(known)).toEqual(DEFAULTS.map((limits) => [...limits, false]));
    expect(known).toMatchObject({ version: 0, updatedAt: null, updatedBy: null });
  }
});

it('keeps what an environment has of its own, and who changed it when', async () => {
  const before = Date.now();
  const { environments } = await change('staging', 0, [errorRate]);
  expect(environments).toEqual((await list()).environments);
  const staging = of(environments, 'staging');
  expect(staging).toMatchObject({ version: 1, updatedBy: { name: 'admin' } });
  expect(Date.parse(staging?.updatedAt ?? '')).toBeGreaterThanOrEqual(before);
  expect(limitsOf(staging)).toEqual([
    [500, 1000, false],
    [99.5, 99.9, true],
    [95, 90, false],
  ]);
  expect(staging?.thresholds[1]?.inherited).toEqual({ warning: 2, critical: 5 });
});

it('judges health by them at once, those of all environments where one has none', async () => {
  expect(await checks('&environment=staging')).toEqual(DEFAULTS);
  await change('staging', 0, [errorRate]);
  await change(null, 0, [slow, { ...errorRate, warning: 10, critical: 20 }]);
  expect(await checks('&environment=staging')).toEqual([
    [2_000_000, 3_000_000],
    [99.5, 99.9],
    [95, 90],
  ]);
  expect(await checks('&environment=production')).toEqual([
    [2_000_000, 3_000_000],
    [10, 20],
    [95, 90],
  ]);
  expect(await checks()).toEqual([
    [2_000_000, 3_000_000],
    [10, 20],
    [95, 90],
  ]);
  await change('staging', 1, []);
  expect(await checks('&environment=staging')).toEqual([
    [2_000_000, 3_000_000],
    [10, 20],
    [95, 90],
  ]);
});

it('lets a gate of CI pass or fail by them', async () => {
  const gate = async () => (await server.get('health?environment=staging', null)).status;
  await change('staging', 0, [slow, errorRate, { name: 'apiSuccessRate', warning: 2, critical: 1 }]);
  expect(await gate()).toBe(200);
  await change('staging', 1, [{ name: 'avgResponseTime', warning: 0.1, critical: 0.2 }]);
  expect(await gate()).toBe(503);
});

it('knows an environment before anything of it is stored', async () => {
  await change('canary', 0, [errorRate]);
  expect(limitsOf(of((await list()).environments, 'canary'))?.[1]).toEqual([99.5, 99.9, true]);
});

it('refuses a change of what somebody else changed meanwhile, and tells the version', async () => {
  await change('staging', 0, [errorRate]);
  for (const version of [0, 2]) {
    const answer = await put({ environment: 'staging', version, thresholds: [slow] });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(problemSchema.parse(await answer.json())).toMatchObject({ status: 409, currentVersion: 1 });
  }
  expect(limitsOf(of((await list()).environments, 'staging'))?.[1]).toEqual([99.5, 99.9, true]);
});

it('lets one of two changes at once through', async () => {
  const both = [errorRate, slow].map((limits) =>
    put({ environment: null, version: 0, thresholds: [limits] }),
  );
  const statuses = (await Promise.all(both)).map(({ status }) => status);
  expect(statuses.sort()).toEqual([200, 409]);
});

it.each([
  ['no environment', { environment: undefined }, 'environment'],
  ['an empty environment', { environment: '' }, 'environment'],
  ['no version', { version: undefined }, 'version'],
  ['an unknown check', { thresholds: [{ ...errorRate, name: 'cpu' }] }, 'thresholds.0.name'],
  ['a check twice', { thresholds: [errorRate, errorRate] }, 'thresholds'],
  ['a warning that is no number', { thresholds: [{ ...errorRate, warning: '5' }] }, 'thresholds.0.warning'],
  ['a rate above 100', { thresholds: [slow, { ...errorRate, critical: 101 }] }, 'thresholds.1.critical'],
  ['no time at all', { thresholds: [{ ...slow, warning: 0 }] }, 'thresholds.0.warning'],
  ['critical before warning', { thresholds: [{ ...slow, critical: 1 }] }, 'thresholds.0.critical'],
  [
    'critical before warning where less is worse',
    { thresholds: [{ name: 'apiSuccessRate', warning: 90, critical: 95 }] },
    'thresholds.0.critical',
  ],
  ['an unknown field', { thresholds: [{ ...errorRate, unit: '%' }] }, 'thresholds.0.unit'],
])('refuses %s, naming the field', async (_, wrong: object, field: string) => {
  const answer = await put({ environment: 'staging', version: 0, thresholds: [], ...wrong });
  const { status, errors } = problemSchema.parse(await answer.json());
  expect([status, errors?.map((refused) => refused.field)]).toEqual([400, [field]]);
});

it('lets administrators alone change them', async () => {
  const body = { environment: 'staging', version: 0, thresholds: [errorRate] };
  for (const token of [server.tokens.viewer, server.tokens.staff])
    expect((await put(body, token)).status).toBe(403);
  expect(of((await list()).environments, 'staging')?.version).toBe(0);
});

it('tells since when a check is as it is, by the limits of now, with credentials alone', async () => {
  const minute = Math.floor(Date.now() / 60_000) * 60_000;
  const source = { ...SOURCES[0], environment: 'history', instance: 'h' } as (typeof SOURCES)[number];
  const batch = randomBatch(source, new Date(0), new Date(1), 10, randomNumbers(3));
  const at = (minutesAgo: number, statusCode: number) =>
    batch.metrics.map((metric) => ({
      ...{ ...metric, metricType: 'response_time', value: 20, weight: 1, statusCode },
      timestamp: minute - minutesAgo * 60_000 + 1_000,
    }));
  const writer = new BatchWriter({ url: server.store.url });
  const metrics = [...at(80, 200), ...at(40, 500)];
  await writer.write({ ...batch, metrics, errors: [], apiCalls: [], activities: [] });
  await writer.close();

  const path = 'health?failOn=never&environment=history';
  const errorCheck = async () => healthSchema.parse(await (await server.get(path)).json()).checks[1];
  expect(await errorCheck()).toMatchObject({ status: 'critical', sinceIsBound: false });
  // The window that ends with the minute of the failures is the first one that holds them.
  expect(Date.parse((await errorCheck())?.since ?? '')).toBe(minute - 39 * 60_000);
  expect(await (await server.get(path, null)).json()).toEqual({ healthStatus: 'critical' });
});

it('outlives the account that changed them', async () => {
  await change('staging', 0, [errorRate]);
  await server.store.dataSource.getRepository(StaffAccount).delete({ email: emailOf('admin') });
  expect(of((await list()).environments, 'staging')).toMatchObject({ version: 1, updatedBy: null });
});
