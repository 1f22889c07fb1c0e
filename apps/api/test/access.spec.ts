import { Controller, Get, Module, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { APP_GUARD, MetadataScanner, ModulesContainer, NestFactory, Reflector } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { AccessGuard } from '../src/access/access.guard.js';
import { POLICY } from '../src/access/policy.js';
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
  'GET api-usage': ['api-usage', 401, 200, 200, 200],
  'GET collectors': ['collectors', 401, 200, 200, 200],
  'GET errors': ['errors', 401, 200, 200, 200],
  'GET errors/summary': ['errors/summary', 401, 200, 200, 200],
  'GET errors/:id': [`errors/${NOTHING}`, 401, 404, 404, 404],
  'GET errors/:id/occurrences': [`errors/${NOTHING}/occurrences`, 401, 404, 404, 404],
  ...Object.fromEntries(
    ['system-metrics', 'error-logs', 'api-usage-metrics', 'user-activities'].flatMap((model) => [
      [`GET admin/${model}`, [`admin/${model}`, 401, 200, 200, 200]],
      [`GET admin/${model}/:id`, [`admin/${model}/${NOTHING}`, 401, 404, 404, 404]],
    ]),
  ),
  'GET healthz': ['../../healthz', 200, 200, 200, 200],
  'GET readyz': ['../../readyz', 200, 200, 200, 200],
};

let server: TestApp;
beforeAll(async () => (server = await startTestApp()));
afterAll(() => server.close());

/** Every route of every controller, with its policy. */
function routes(): { name: string; policy: unknown }[] {
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
      return { name: `${verb} ${path}`, policy: reflector.getAllAndOverride(POLICY, [handler, metatype]) };
    });
  });
}

it('finds a policy beside every route', () => {
  expect(routes().filter(({ policy }) => policy === undefined)).toEqual([]);
});

it('has every route in the matrix of this test', () => {
  expect(
    routes()
      .map(({ name }) => name)
      .sort(),
  ).toEqual(Object.keys(MATRIX).sort());
});

it.each(Object.entries(MATRIX))('%s answers by role', async (name, [path, ...statuses]) => {
  const method = name.split(' ')[0];
  const { viewer, staff, admin } = server.tokens;
  const answers = await Promise.all(
    [null, viewer, staff, admin].map((token) =>
      fetch(`${server.url}/monitoring/api/${path}`, {
        method: method ?? 'GET',
        headers: token ? { authorization: `Bearer ${token}` } : {},
      }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual(statuses);
});

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
    providers: [{ provide: APP_GUARD, useClass: AccessGuard }],
  })
  class ForgottenModule {}
  const app = await NestFactory.create(ForgottenModule, { logger: false });
  await app.listen(0, '127.0.0.1');
  const answer = await fetch(`${await app.getUrl()}/forgotten`);
  expect(answer.status).toBe(403);
  expect(await answer.text()).not.toContain('secret');
  await app.close();
});
