import {
  accountSchema,
  apiUsageSchema,
  bareHealthSchema,
  collectorsSchema,
  errorDetailSchema,
  errorListSchema,
  errorSummarySchema,
  failsGate,
  FAIL_ON,
  healthSchema,
  occurrenceListSchema,
  performanceSchema,
  problemSchema,
  userActivitySchema,
} from '@scitex/monitoring-contracts';
import { signIn, urlOf, type Api } from './support/api.js';

let api: Api;
beforeAll(async () => (api = await signIn()));

it.each([
  ['auth/me', accountSchema],
  ['performance?hours=168', performanceSchema],
  ['user-activity?hours=168', userActivitySchema],
  ['api-usage?hours=168', apiUsageSchema],
  ['collectors?hours=168', collectorsSchema],
  ['errors?hours=168', errorListSchema],
  ['errors/summary?hours=168', errorSummarySchema],
] as const)('GET %s answers what the contract says', async (path, schema) => {
  await expect(api.read(schema, path)).resolves.toBeDefined();
});

it('answers each error group, and its occurrences, as the contract says', async () => {
  const { items } = await api.read(errorListSchema, 'errors?hours=168&pageSize=5');
  for (const { id } of items) {
    const group = await api.read(errorDetailSchema, `errors/${id}`);
    const list = await api.read(occurrenceListSchema, `errors/${id}/occurrences?hours=8784&pageSize=200`);
    expect(list.total).toBe(list.items.length);
    expect(list.items.reduce((sum, { weight }) => sum + weight, 0)).toBe(group.count);
  }
});

describe('the health gate', () => {
  it.each(FAIL_ON)('answers failOn=%s by the verdict', async (failOn) => {
    const answer = await api.get(`health?minutes=10080&failOn=${failOn}`);
    const { healthStatus } = healthSchema.parse(await answer.json());
    expect(answer.status).toBe(failsGate(healthStatus, failOn) ? 503 : 200);
  });

  it('tells who has no credentials the verdict alone, with the same status', async () => {
    const answer = await fetch(urlOf('/monitoring/api/health?failOn=never'));
    expect(answer.status).toBe(200);
    bareHealthSchema.strict().parse(await answer.json());
  });

  it('refuses bad credentials rather than to answer less', async () => {
    const answer = await fetch(urlOf('/monitoring/api/health'), {
      headers: { authorization: 'Bearer nonsense' },
    });
    expect(answer.status).toBe(401);
  });
});

it.each(['performance', 'user-activity', 'api-usage', 'errors', 'errors/summary', 'auth/me'])(
  'keeps %s from who is not signed in',
  async (path) => {
    const answer = await fetch(urlOf(`/monitoring/api/${path}`));
    expect(answer.status).toBe(401);
    expect(answer.headers.get('content-type')).toMatch('application/problem+json');
    problemSchema.parse(await answer.json());
  },
);

it('describes itself', async () => {
  const { paths } = (await (await fetch(urlOf('/monitoring/api/openapi.json'))).json()) as {
    paths: Record<string, Record<string, unknown>>;
  };
  const routes = Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const get = ['auth/me', 'health', 'performance', 'user-activity', 'api-usage', 'errors', 'errors/summary'];
  expect(routes).toEqual(
    expect.arrayContaining([
      ...['login', 'refresh', 'logout'].map((action) => `POST /monitoring/api/auth/${action}`),
      ...[...get, 'errors/{id}', 'errors/{id}/occurrences'].map((path) => `GET /monitoring/api/${path}`),
    ]),
  );
});
