import { Controller, Get, Module, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { APP_GUARD, MetadataScanner, ModulesContainer, NestFactory, Reflector } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { SCOPES, type Scope } from '@scitex/monitoring-contracts';
import { AccessGuard } from '../src/access/access.guard.js';
import { POLICY, type Policy } from '../src/access/policy.js';
import { TokenAccess } from '../src/api-tokens/token-access.js';
import { createApiToken } from './support/api-tokens.js';
import { startTestApp, type TestApp } from './support/test-app.js';

const NOTHING = '00000000-0000-4000-8000-000000000000';

/** Each route, and what it answers to nobody, a viewer, a staff member and an administrator. */
const MATRIX: Record<string, [path: string, ...statuses: [number, number, number, number]]> = {
  'GET auth/me': ['auth/me', 401, 200, 200, 200],
  'POST auth/login': ['auth/login', 400, 400, 400, 400],
  'POST auth/refresh': ['auth/refresh', 401, 401, 401, 401],
  'POST auth/logout': ['auth/logout', 204, 204, 204, 204],
  'GET health': ['health', 200, 200, 200, 200],
  'GET performance': ['performance', 401, 200, 200, 200],
  'GET user-activity': ['user-activity', 401, 200, 200, 200],
  'GET user-activity/features': ['user-activity/features', 401, 200, 200, 200],
  'GET user-activity/hours': ['user-activity/hours', 401, 200, 200, 200],
  'GET user-activity/weeks': ['user-activity/weeks', 401, 200, 200, 200],
  'GET user-activity/user': ['user-activity/user?userId=ada', 401, 200, 200, 200],
  'GET user-activity/timeline': ['user-activity/timeline?userId=ada', 401, 200, 200, 200],
  'GET api-usage': ['api-usage', 401, 200, 200, 200],
  'GET apis': ['apis', 401, 200, 200, 200],
  'GET apis/detail': ['apis/detail?apiName=crossref', 401, 200, 200, 200],
  'GET collectors': ['collectors', 401, 200, 200, 200],
  'GET deploys': ['deploys', 401, 200, 200, 200],
  'POST deploys': ['deploys', 401, 403, 400, 400],
  'GET api-tokens': ['api-tokens', 401, 403, 403, 200],
  'POST api-tokens': ['api-tokens', 401, 403, 403, 400],
  'DELETE api-tokens/:id': [`api-tokens/${NOTHING}`, 401, 403, 403, 404],
  'GET settings/thresholds': ['settings/thresholds', 401, 200, 200, 200],
  'PUT settings/thresholds': ['settings/thresholds', 401, 403, 403, 400],
  'GET endpoints': ['endpoints', 401, 200, 200, 200],
  'GET endpoints/detail': ['endpoints/detail?endpoint=/a', 401, 200, 200, 200],
  'GET errors': ['errors', 401, 200, 200, 200],
  'GET errors/summary': ['errors/summary', 401, 200, 200, 200],
  'GET errors/:id': [`errors/${NOTHING}`, 401, 404, 404, 404],
  'GET errors/:id/occurrences': [`errors/${NOTHING}/occurrences`, 401, 404, 404, 404],
  'GET stream': ['stream', 401, 200, 200, 200],
  ...Object.fromEntries(
    ['system-metrics', 'error-logs', 'api-usage-metrics', 'user-activities'].flatMap((model) => [
      [`GET admin/${model}`, [`admin/${model}`, 401, 200, 200, 200]],
      [`GET admin/${model}/histogram`, [`admin/${model}/histogram`, 401, 200, 200, 200]],
      [`GET admin/${model}/:id`, [`admin/${model}/${NOTHING}`, 401, 404, 404, 404]],
    ]),
  ),
  'GET healthz': ['../../healthz', 200, 200, 200, 200],
  'GET readyz': ['../../readyz', 200, 200, 200, 200],
};

/** Each route, and the scope of the API tokens that open it; null: none does. `open`: no token is looked at. */
const OPENED_BY: Record<string, Scope | 'open' | null> = {
  'GET auth/me': null,
  'POST auth/login': 'open',
  'POST auth/refresh': 'open',
  'POST auth/logout': 'open',
  'GET health': 'health:read',
  'GET performance': 'metrics:read',
  'GET user-activity': 'metrics:read',
  'GET user-activity/features': 'metrics:read',
  'GET user-activity/hours': 'metrics:read',
  'GET user-activity/weeks': 'metrics:read',
  'GET user-activity/user': 'metrics:read',
  'GET user-activity/timeline': null,
  'GET api-usage': 'metrics:read',
  'GET apis': 'metrics:read',
  'GET apis/detail': 'metrics:read',
  'GET collectors': 'metrics:read',
  'GET deploys': 'metrics:read',
  'POST deploys': 'ingest:write',
  ...Object.fromEntries(
    ['system-metrics', 'error-logs', 'api-usage-metrics', 'user-activities'].flatMap((model) => {
      const scope = model === 'error-logs' ? 'errors:read' : 'metrics:read';
      return ['', '/histogram', '/:id'].map((route) => [`GET admin/${model}${route}`, scope]);
    }),
  ),
  'GET api-tokens': null,
  'POST api-tokens': null,
  'DELETE api-tokens/:id': null,
  'GET settings/thresholds': 'metrics:read',
  'PUT settings/thresholds': null,
  'GET endpoints': 'metrics:read',
  'GET endpoints/detail': 'metrics:read',
  'GET errors': 'errors:read',
  'GET errors/summary': 'errors:read',
  'GET errors/:id': 'errors:read',
  'GET errors/:id/occurrences': 'errors:read',
  'GET stream': null,
  'GET healthz': 'open',
  'GET readyz': 'open',
};

let server: TestApp;
/** An API token of each scope alone. */
let tokens: [Scope, string][];
beforeAll(async () => {
  server = await startTestApp();
  tokens = await Promise.all(
    SCOPES.map(async (scope): Promise<[Scope, string]> => [scope, await createApiToken(server, [scope])]),
  );
});
afterAll(() => server.close());

/** Every route of every controller, with its policy. */
function routes(): { name: string; policy: Policy | undefined }[] {
  const reflector = server.app.get(Reflector);
  const controllers = [...server.app.get(ModulesContainer).values()].flatMap((module) => [
    ...module.controllers.values(),
  ]);
  return controllers.flatMap(({ metatype }) => {
    const prototype = metatype?.prototype as Record<string, () => unknown>;
    return new MetadataScanner().getAllMethodNames(prototype).flatMap((method) => {
      const handler = prototype[method];
      if (!metatype || !handler || !Reflect.hasMetadata(PATH_METADATA, handler)) return [];
      const path = [Reflect.getMetadata(PATH_METADATA, metatype), Reflect.getMetadata(PATH_METADATA, handler)]
        .filter((part) => part !== '/')
        .join('/');
      const verb = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number];
      return {
        name: `${verb} ${path}`,
        policy: reflector.getAllAndOverride<Policy>(POLICY, [handler, metatype]),
      };
    });
  });
}

async function call(name: string, path: string, token: string | null): Promise<number> {
  const { status } = await fetch(`${server.url}/monitoring/api/${path}`, {
    method: name.split(' ')[0] ?? 'GET',
    headers: token ? { authorization: `Bearer ${token}` } : {},
  });
  return status;
}

it('finds a policy beside every route', () => {
  expect(routes().filter(({ policy }) => policy === undefined)).toEqual([]);
});

it('has every route in the matrices of this test', () => {
  const names = routes()
    .map(({ name }) => name)
    .sort();
  expect(names).toEqual(Object.keys(MATRIX).sort());
  expect(names).toEqual(Object.keys(OPENED_BY).sort());
});

it.each(Object.entries(MATRIX))('%s answers by role', async (name, [path, ...statuses]) => {
  const { viewer, staff, admin } = server.tokens;
  const answers = await Promise.all([null, viewer, staff, admin].map((token) => call(name, path, token)));
  expect(answers).toEqual(statuses);
});

it.each(Object.entries(MATRIX))(
  '%s answers by the scope of API tokens',
  async (name, [path, ...statuses]) => {
    const opener = OPENED_BY[name];
    // Who may call a route at all learns the same, whether by an account or by a token.
    const [nobody, , , admin] = statuses;
    for (const [scope, token] of tokens) {
      const expected = opener === 'open' ? nobody : opener === scope ? admin : 403;
      expect([scope, await call(name, path, token)]).toEqual([scope, expected]);
    }
    const unknown = await call(name, path, `smt_${'A'.repeat(43)}`);
    expect(unknown).toBe(opener === 'open' ? nobody : 401);
  },
);

it('refuses a route that has no policy, to everybody', async () => {
  @Controller('forgotten')
  class ForgottenController {
    @Get()
    read() {
      return 'secret';
    }
  }
  @Module({
    imports: [PassportModule],
    controllers: [ForgottenController],
    providers: [
      { provide: APP_GUARD, useClass: AccessGuard },
      { provide: TokenAccess, useValue: null },
    ],
  })
  class ForgottenModule {}
  const app = await NestFactory.create(ForgottenModule, { logger: false });
  await app.listen(0, '127.0.0.1');
  const answer = await fetch(`${await app.getUrl()}/forgotten`);
  expect(answer.status).toBe(403);
  expect(await answer.text()).not.toContain('secret');
  await app.close();
});
