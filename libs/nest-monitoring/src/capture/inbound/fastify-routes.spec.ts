import { FastifyRoutes } from './fastify-routes.js';

describe('the routes of a Fastify', () => {
  const routes = new FastifyRoutes();
  for (const template of [
    '/',
    '/papers',
    '/papers/:id',
    '/papers/latest',
    '/papers/:id/notes',
    '/files/*',
    '/:any/x',
  ])
    routes.add('GET', template);
  routes.add('POST', '/papers');

  it.each([
    ['GET', '/', '/'],
    ['GET', '/papers', '/papers'],
    ['GET', '/papers/7', '/papers/:id'],
    ['GET', '/papers/latest', '/papers/latest'],
    ['GET', '/papers/x', '/papers/:id'],
    ['GET', '/papers/7/notes', '/papers/:id/notes'],
    ['GET', '/papers/7/other', null],
    ['GET', '/files/a/b/c', '/files/*'],
    ['GET', '/files', null],
    ['GET', '/files/x', '/files/*'],
    ['GET', '/nothing', null],
    ['POST', '/papers', '/papers'],
    ['POST', '/papers/7', null],
    ['PUT', '/papers', null],
  ])('lead %s %s to %s', (method, path, template) => {
    expect(routes.find(method, path)).toBe(template);
  });
});
