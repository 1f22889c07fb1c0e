import { startTestApp, type TestApp } from './support/test-app.js';

interface Operation {
  summary?: string;
  parameters?: { name: string; in: string }[];
  responses: Record<
    string,
    { content?: Record<string, { schema: { properties?: object; anyOf?: { properties: object }[] } }> }
  >;
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
}

let server: TestApp;
let document: Document;
beforeAll(async () => {
  server = await startTestApp();
  document = (await (await server.get('openapi.json', null)).json()) as Document;
});
afterAll(() => server.close());

const operation = (path: string, method = 'get') => document.paths[`/monitoring/api/${path}`]?.[method];

it('describes every route of the contract', () => {
  expect(Object.keys(document.paths).sort()).toEqual(
    [
      ...['auth/login', 'auth/logout', 'auth/me', 'auth/refresh', 'health', 'performance', 'user-activity'],
      ...['features', 'hours', 'weeks', 'user', 'timeline'].map((path) => `user-activity/${path}`),
      ...['system-metrics', 'error-logs', 'api-usage-metrics', 'user-activities'].flatMap((model) => [
        `admin/${model}`,
        `admin/${model}/histogram`,
        `admin/${model}/{id}`,
      ]),
      ...[
        'api-usage',
        'apis',
        'apis/detail',
        'collectors',
        'endpoints',
        'endpoints/detail',
        'errors',
        'errors/summary',
        'errors/{id}',
        'errors/{id}/occurrences',
      ],
      ...['deploys', 'api-tokens', 'api-tokens/{id}', 'settings/thresholds', 'stream'],
    ]
      .map((path) => `/monitoring/api/${path}`)
      .concat('/healthz', '/readyz')
      .sort(),
  );
});

it('says what each route of the API does, and that its failures are problems', () => {
  const routes = Object.entries(document.paths).filter(([path]) => path.startsWith('/monitoring/api/'));
  for (const [path, operations] of routes)
    for (const { summary, responses } of Object.values(operations)) {
      expect([path, summary]).toEqual([path, expect.stringMatching(/\w{3,}/)]);
      expect([path, responses['default']?.content]).toEqual([
        path,
        { 'application/problem+json': expect.anything() },
      ]);
    }
});

it('takes parameters and answers from the contract', () => {
  expect(operation('performance')?.parameters?.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['hours', 'from', 'to', 'app', 'environment', 'release', 'endpoint', 'method']),
  );
  const answer = operation('performance')?.responses['200']?.content?.['application/json']?.schema;
  expect(Object.keys(answer?.properties ?? {})).toEqual(expect.arrayContaining(['range', 'topEndpoints']));
});

it.each(['200', '503'])('describes what health answers (%s) with credentials, and without', (status) => {
  const { schema } = operation('health')?.responses[status]?.content?.['application/json'] ?? {};
  const fields = schema?.anyOf?.map(({ properties }) => Object.keys(properties));
  expect(fields).toEqual([expect.arrayContaining(['healthStatus', 'checks']), ['healthStatus']]);
});

it('has a page to read it by, under a policy that lets it work', async () => {
  const page = await server.get('docs', null);
  expect(page.status).toBe(200);
  expect(page.headers.get('content-security-policy')).toContain("style-src 'self' 'unsafe-inline'");
  const html = await page.text();
  expect(html).not.toMatch(/<script(?! src=)/);
  for (const [, file] of html.matchAll(/src=["']\.\/docs\/([^"']+)/g))
    expect((await server.get(`docs/${file}`, null)).status).toBe(200);
});
