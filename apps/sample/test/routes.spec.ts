import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

const AS_JSON = { 'content-type': 'application/json' };

/** What the README promises of each route: method, path, status, then user and body where needed. */
const ROWS: [string, string, number, string?, unknown?][] = [
  ['GET', '/papers?q=graph', 200],
  ['GET', '/papers?q=everything', 200],
  ['GET', '/papers?q=unavailable', 502],
  ['GET', '/papers', 400],
  ['GET', '/papers?q=a&q=b', 400],
  ['GET', '/papers/paper-12', 200],
  ['GET', '/papers/paper-13', 404],
  ['GET', '/documents', 200],
  ['GET', '/documents/doc-1', 200],
  ['GET', '/documents/doc-99', 404],
  ['GET', '/documents/doc-1/export', 200],
  ['GET', '/documents/doc-99/export', 404],
  ['POST', '/documents', 201, undefined, { title: 'Draft' }],
  ['POST', '/documents', 400, undefined, { title: 7 }],
  ['POST', '/documents', 400],
  ['PATCH', '/documents/doc-2', 200, undefined, { title: 'Draft' }],
  ['PATCH', '/documents/doc-99', 404, undefined, { title: 'Draft' }],
  ['DELETE', '/documents/doc-3', 204],
  ['DELETE', '/documents/doc-99', 404],
  ['GET', '/projects', 200],
  ['GET', '/projects/alpine-soils', 200],
  ['GET', '/projects/atlantis', 404],
  ['PATCH', '/projects/alpine-soils', 401, undefined, { title: 'Soils' }],
  ['PATCH', '/projects/alpine-soils', 403, 'emmy', { title: 'Soils' }],
  ['PATCH', '/projects/alpine-soils', 200, 'ada', { title: 'Soils' }],
  ['PATCH', '/projects/alpine-soils', 400, 'ada', { title: '' }],
  ['GET', '/me', 200, 'ada'],
  ['GET', '/me', 401],
  ['GET', '/documents', 401, 'Ada Lovelace'],
  ['GET', '/reports/usage', 200],
  ['GET', '/reports/slow?ms=20', 200],
  ['GET', '/reports/slow?ms=5001', 400],
  ['GET', '/reports/slow?ms=soon', 400],
  ['GET', '/reports/failing', 500],
  ['GET', '/reports/timeout', 500],
  ['GET', '/reports/unavailable', 503],
  ['GET', '/wiki', 404],
];
const PROMISES = ROWS.map(([method, path, status, user, body]) => ({ method, path, status, user, body }));

describe('the sample app, while its monitoring database is away', () => {
  let app: INestApplication;
  let url: string;

  beforeAll(async () => {
    process.env['MONITORING_DATABASE_URL'] = 'postgres://nobody@127.0.0.1:1/nothing';
    const { AppModule } = await import('../src/app.module.js');
    app = await NestFactory.create(AppModule, { logger: false, forceCloseConnections: true });
    await app.listen(0, '127.0.0.1');
    url = await app.getUrl();
  });

  afterAll(() => app.close(), 10_000);

  it.each(PROMISES)(
    'answers $method $path with $status ($user, $body)',
    async ({ method, path, status, user, body }) => {
      const headers = user === undefined ? AS_JSON : { ...AS_JSON, 'x-user': user };
      const response = await fetch(url + path, { method, headers, body: JSON.stringify(body) });
      expect(response.status).toBe(status);
    },
  );

  it('gives back what was written, until it is deleted', async () => {
    const body = JSON.stringify({ title: 'Draft', text: 'First thoughts.' });
    const created = await fetch(`${url}/documents`, { method: 'POST', headers: AS_JSON, body });
    const { id } = (await created.json()) as { id: string };
    const read = await fetch(`${url}/documents/${id}`);
    expect(await read.json()).toEqual({ id, title: 'Draft', text: 'First thoughts.' });
    await fetch(`${url}/documents/${id}`, { method: 'DELETE' });
    expect((await fetch(`${url}/documents/${id}`)).status).toBe(404);
  });

  it('takes as long over a slow report as it was told', async () => {
    const begun = performance.now();
    await fetch(`${url}/reports/slow?ms=300`);
    expect(performance.now() - begun).toBeGreaterThanOrEqual(299);
  });
});
