import { performanceSchema, problemSchema } from '@scitex/monitoring-contracts';
import { startTestApp, type TestApp } from './support/test-app.js';

let server: TestApp;
beforeAll(async () => (server = await startTestApp()));
afterAll(() => server.close());

const problemOf = async (answer: Response) => {
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const problem = problemSchema.strict().parse(await answer.json());
  expect(problem.status).toBe(answer.status);
  return problem;
};

describe('a refused query', () => {
  it.each([
    ['performance?hours=0', ['hours']],
    ['performance?hours=8785', ['hours']],
    ['performance?hours=1.5', ['hours']],
    ['performance?hours=1e1', ['hours']],
    ['performance?hours=0x10', ['hours']],
    ['performance?hours=%201', ['hours']],
    ['performance?__proto__=1', ['__proto__']],
    ['performance?hours=1&hours=2', ['hours']],
    ['performance?hours=', ['hours']],
    ['performance?hours=1&from=2026-01-01T00:00:00Z&to=2026-01-02T00:00:00Z', ['hours']],
    ['performance?from=2026-01-01T00:00:00Z', ['to']],
    ['performance?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z', ['from']],
    ['performance?from=yesterday&to=today', ['from', 'to']],
    ['performance?from=9999-12-31T00:00:00-12:00&to=9999-12-31T23:00:00-12:00', ['to']],
    ['performance?from=0000-01-01T00:00:00%2B02:00&to=0000-01-01T03:00:00Z', ['from']],
    ['performance?method=%3Cscript%3E', ['method']],
    ['performance?nonsense=1&other=2', ['nonsense', 'other']],
    ['user-activity?app=', ['app']],
    ['api-usage?hours[]=1', ['hours[]']],
    ['health?minutes=0&failOn=often', ['minutes', 'failOn']],
    ['errors?sort=password', ['sort']],
    ['errors?pageSize=201', ['pageSize']],
    ['errors?cursor=nonsense', ['cursor']],
    ['errors?cursor=WyJsYXN0U2VlbiBkZXNjIiwxZTk5OSwiMDAwIl0', ['cursor']],
    ['errors?assignee=me', ['assignee']],
    ['errors/1', ['id']],
    ["errors/1'%20OR%20'1'='1", ['id']],
    ['errors/00000000-0000-4000-8000-000000000000/occurrences?cursor=x', ['cursor']],
  ])('%s names %j', async (path, fields) => {
    const answer = await server.get(path);
    expect(answer.status).toBe(400);
    const { errors } = await problemOf(answer);
    expect(errors?.map(({ field }) => field)).toEqual(fields);
    for (const { message } of errors ?? []) expect(message).not.toMatch(/^$|Invalid|Too |expected/);
  });

  it.each([
    ['performance?app=%00', ['app']],
    ['performance?app=a&app=%00&nonsense=%00', ['app', 'nonsense']],
    ['errors?q=a%00b', ['q']],
    ['errors/%00', ['id']],
  ])('%s, with a NUL, names %j', async (path, fields) => {
    const { status, errors } = await problemOf(await server.get(path));
    expect([status, errors?.map(({ field }) => field)]).toEqual([400, fields]);
  });

  it('never comes of a time as far back as can be written, which holds nothing', async () => {
    const answer = await server.get('performance?from=0000-01-01T00:00:00Z&to=0000-01-02T00:00:00Z');
    const { summary } = performanceSchema.parse(await answer.json());
    expect([answer.status, summary.totalRequests]).toEqual([200, 0]);
  });
});

describe('any other failure is a problem too', () => {
  const call = (path: string, init: RequestInit = {}) => fetch(`${server.url}/monitoring/api/${path}`, init);
  const json = { 'content-type': 'application/json' };

  it.each([
    ['an unknown address', 'nothing-here', {}, 404],
    ['a malformed address', 'errors/%E0%A4%A', { as: 'viewer' }, 400],
    ['malformed JSON', 'auth/login', { method: 'POST', headers: json, body: '{"email":' }, 400],
    ['no body', 'auth/login', { method: 'POST' }, 400],
    ['a body that is no object', 'auth/login', { method: 'POST', headers: json, body: '[1]' }, 400],
    [
      'an oversized body',
      'auth/login',
      { method: 'POST', headers: json, body: `"${'a'.repeat(200_000)}"` },
      413,
    ],
    [
      'an unknown character set',
      'auth/login',
      { method: 'POST', headers: { 'content-type': 'application/json; charset=klingon' }, body: '{}' },
      415,
    ],
    ['a text as the body', 'auth/login', { method: 'POST', body: '{}' }, 415],
    ['a form as the body', 'auth/login', { method: 'POST', body: new URLSearchParams({ a: 'b' }) }, 415],
    ['an unknown group', 'errors/00000000-0000-4000-8000-000000000000', { as: 'viewer' }, 404],
  ])('%s', async (_, path, { as, ...init }: RequestInit & { as?: string }, status) => {
    const answer = as ? await server.get(path) : await call(path, init);
    expect(answer.status).toBe(status);
    const problem = await problemOf(answer);
    expect(problem.instance).toBe(`/monitoring/api/${path}`);
    expect(JSON.stringify(problem)).not.toMatch(/SELECT|node_modules|at .*\.js/);
  });

  it.each([
    ['DELETE', 'performance', 'GET, HEAD'],
    ['OPTIONS', 'performance', 'GET, HEAD'],
    ['PUT', 'errors/00000000-0000-4000-8000-000000000000', 'GET, HEAD'],
    ['GET', 'auth/login', 'POST'],
    ['POST', 'openapi.json', 'GET, HEAD'],
  ])('%s %s, which it does not take', async (method, path, allow) => {
    const answer = await call(path, { method });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, allow]);
    expect((await problemOf(answer)).detail).toContain(method);
  });

  it('and tells nothing of what failed inside', async () => {
    await server.store.dataSource.query('ALTER TABLE monitoring.api_usage_metric RENAME TO elsewhere');
    const answer = await server.get('api-usage');
    await server.store.dataSource.query('ALTER TABLE monitoring.elsewhere RENAME TO api_usage_metric');
    expect(answer.status).toBe(500);
    const problem = await problemOf(answer);
    expect(problem.detail).toBe("The server failed; the server's log says why.");
  });
});
