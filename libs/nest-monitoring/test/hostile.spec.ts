import { createTestStore, type TestStore } from '@scitex/monitoring-storage/testing';
import type { HostRequest, Identity, MonitoringModuleOptions } from '../src/index.js';
import { createHost, PLATFORMS, type Host } from './app/create-host.js';
import { HostileModule } from './app/hostile.module.js';

const fails = () => {
  throw new Error('thrown by the host');
};
const never = () => new Promise<never>(() => undefined);
/** A proxy that throws whatever is asked of it. */
const trapped = () =>
  new Proxy({}, Object.fromEntries(Object.getOwnPropertyNames(Reflect).map((trap) => [trap, fails])));
const expression = Object.assign(/x/, { test: fails, exec: fails, [Symbol.search]: fails });

const RULES: [string, Partial<MonitoringModuleOptions>][] = [
  ['a user that throws', { user: fails }],
  ['a user that returns a promise', { user: (() => Promise.reject(new Error('late'))) as never }],
  ['a user that returns rubbish', { user: (() => Symbol('rubbish')) as never }],
  ['a user that never answers', { user: never as never }],
  ['a user that throws at every touch', { user: trapped as never }],
  ['a user with an id that cannot be printed', { user: () => ({ id: { toString: fails } }) as never }],
  ['a user whose then throws', { user: (() => Object.defineProperty({}, 'then', { get: fails })) as never }],
  ['a session that never answers', { session: never as never }],
  ['a session that throws at every touch', { session: trapped as never }],
  ['a session that throws', { session: fails }],
  ['a session that returns a promise', { session: (() => Promise.reject(new Error('late'))) as never }],
  ['an exclude that throws', { exclude: [expression] }],
  ['a rule for activities that throws', { activities: [{ route: expression, type: 'x' }] }],
  ['an expression in apis that throws', { apis: { x: expression } }],
  ['an expression in propagateTo that throws', { propagateTo: [expression] }],
  ['an expression that keeps its place', { exclude: [/nothing/g], apis: { x: /x/y } }],
  ['key words that are none', { scrub: { keys: ['', '\0', '('] } }],
];

describe.each(PLATFORMS)('a host on %s', (platform) => {
  let store: TestStore;
  let host: Host;
  beforeAll(async () => (store = await createTestStore()));
  afterAll(() => store.drop());
  afterEach(() => host.close());
  beforeEach(() =>
    store.dataSource.query(
      'truncate monitoring.system_metric, monitoring.error_log, monitoring.api_usage_metric',
    ),
  );

  const rows = async (table: string) => {
    await host.monitoring.flush();
    return store.dataSource.query(`select * from monitoring.${table}`);
  };

  it.each(RULES)('with %s is answered and recorded as ever', async (_name, options) => {
    host = await createHost(platform, { url: store.url, ...options });
    const answer = await fetch(`${host.url}/papers/search`, { headers: { 'x-user': 'u-1' } });
    expect([answer.status, await answer.json()]).toEqual([200, { results: [] }]);
    expect(await rows('system_metric')).toMatchObject([{ endpoint: '/papers/search', status_code: 200 }]);
    expect(await rows('api_usage_metric')).toHaveLength(1);
  });

  it('that answers 500 itself has an error all the same', async () => {
    host = await createHost(platform, { url: store.url }, { imports: [HostileModule] });
    expect((await fetch(`${host.url}/hostile/answers-500`)).status).toBe(500);
    expect(await rows('error_log')).toMatchObject([
      { error_type: 'ServerErrorAnswer', endpoint: '/hostile/answers-500', severity: 'high' },
    ]);
  });

  it('whose requests cannot be read is answered and recorded as ever', async () => {
    const options = { url: store.url, user: ({ user }: HostRequest) => user as Identity };
    host = await createHost(platform, options, { imports: [HostileModule] });
    const answer = await fetch(`${host.url}/hostile/getters`);
    expect([answer.status, await answer.json()]).toEqual([200, { answered: true }]);
    expect(await rows('system_metric')).toMatchObject([{ endpoint: '/hostile/getters', status_code: 200 }]);
  });

  it('that throws what never ends being printed has it on the record all the same', async () => {
    host = await createHost(platform, { url: store.url }, { imports: [HostileModule] });
    expect((await fetch(`${host.url}/hostile/throws-what-has-no-end`)).status).toBe(500);
    expect(await rows('error_log')).toMatchObject([{ message: expect.stringContaining('[unreadable]') }]);
  });

  it('that throws an AggregateError has its inner errors in the stack', async () => {
    host = await createHost(platform, { url: store.url }, { imports: [HostileModule] });
    await fetch(`${host.url}/hostile/aggregate`);
    const [error] = await rows('error_log');
    expect(error).toMatchObject({ error_type: 'AggregateError', message: 'both failed' });
    expect(error.stack_trace).toContain('RangeError: first of two');
    expect(error.stack_trace).toContain('second of two');
  });
});
