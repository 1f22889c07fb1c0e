import { randomUUID } from 'node:crypto';
import { deploySchema, deploysSchema, problemSchema } from '@scitex/monitoring-contracts';
import { BatchWriter } from '@scitex/monitoring-storage';
import { randomNumbers } from '@scitex/monitoring-storage/testing';
import { createApiToken, postAs } from './support/api-tokens.js';
import { randomBatch } from './support/random-batch.js';
import { startTestApp, type TestApp } from './support/test-app.js';

const HOUR = 3_600_000;
const DEPLOY = { app: 'research-api', environment: 'production', release: '1.4.2' };

let server: TestApp;
let ci: string;
beforeAll(async () => {
  server = await startTestApp();
  ci = await createApiToken(server, ['ingest:write']);
});
afterAll(() => server.close());
beforeEach(() => server.store.dataSource.query('DELETE FROM monitoring.deploy'));

const post = (body: unknown, token = ci) => postAs(server, 'deploys', body, token);
const read = async (query = '', token?: string) => {
  const answer = await server.get(`deploys${query}`, token);
  expect(answer.status).toBe(200);
  return deploysSchema.strict().parse(await answer.json());
};
const problemOf = async (answer: Response) => problemSchema.parse(await answer.json());

describe('posting a deploy', () => {
  it('answers 201 with the deploy, which is listed then', async () => {
    const told = { ...DEPLOY, note: 'Faster search', url: 'https://ci.example/runs/7' };
    const before = Date.now();
    const answer = await post(told);
    expect(answer.status).toBe(201);
    const deploy = deploySchema.strict().parse(await answer.json());
    expect(deploy).toMatchObject({ ...told, source: 'posted' });
    expect(Date.parse(deploy.timestamp)).toBeGreaterThanOrEqual(before);
    const { range, ...listed } = await read('?hours=1');
    expect(listed).toEqual({ total: 1, deploys: [deploy] });
    expect(Date.parse(range.to) - Date.parse(range.from)).toBe(HOUR);
  });

  it('takes what only has to be there, from a member of staff too', async () => {
    const answer = await post(DEPLOY, server.tokens.staff);
    expect(await answer.json()).toMatchObject({ ...DEPLOY, note: null, url: null });
  });

  it('is one deploy, however often CI tries it again', async () => {
    const timed = { ...DEPLOY, timestamp: new Date(Date.now() - HOUR).toISOString() };
    const named = { ...DEPLOY, id: randomUUID(), timestamp: '2026-01-31T13:00:00+01:00' };
    for (const body of [timed, named]) {
      const answers = await Promise.all([post(body), post(body), post(body)]);
      expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
      const deploys = await Promise.all(answers.map((answer) => answer.json()));
      expect(new Set(deploys.map((deploy) => JSON.stringify(deploy))).size).toBe(1);
    }
    expect((await read()).total).toBe(1);
    expect((await read('?from=2026-01-31T00:00:00Z&to=2026-02-01T00:00:00Z')).deploys).toMatchObject([
      { id: named.id, timestamp: '2026-01-31T12:00:00.000Z' },
    ]);
  });

  it('answers 409 where the same deploy was told of otherwise', async () => {
    const body = { ...DEPLOY, timestamp: new Date().toISOString() };
    await post(body);
    const answer = await post({ ...body, note: 'other' });
    expect(answer.status).toBe(409);
    expect((await problemOf(answer)).detail).toContain('another timestamp');
    expect((await read()).deploys).toMatchObject([{ note: null }]);
  });

  it('is another deploy at another time, as when a release comes back', async () => {
    for (const [hours, release] of [
      [3, '1'],
      [2, '2'],
      [1, '1'],
    ] as const)
      await post({ ...DEPLOY, release, timestamp: new Date(Date.now() - hours * HOUR).toISOString() });
    expect((await read()).deploys.map(({ release }) => release)).toEqual(['1', '2', '1']);
  });

  it.each([
    [{}, ['app', 'environment', 'release']],
    [{ ...DEPLOY, release: '' }, ['release']],
    [{ ...DEPLOY, release: '  ' }, ['release']],
    [{ ...DEPLOY, release: 7 }, ['release']],
    [{ ...DEPLOY, app: 'a'.repeat(257) }, ['app']],
    [{ ...DEPLOY, app: 'a\0' }, ['app']],
    [{ ...DEPLOY, id: '7' }, ['id']],
    [{ ...DEPLOY, timestamp: 'yesterday' }, ['timestamp']],
    [{ ...DEPLOY, timestamp: '2026-01-31T12:00:00' }, ['timestamp']],
    [{ ...DEPLOY, timestamp: '1969-12-31T23:59:59Z' }, ['timestamp']],
    [{ ...DEPLOY, timestamp: '9999-01-01T00:00:00Z' }, ['timestamp']],
    [{ ...DEPLOY, url: 'javascript:alert(1)' }, ['url']],
    [{ ...DEPLOY, url: 'java\nscript:alert(1)' }, ['url']],
    [{ ...DEPLOY, url: 'ci.example/7' }, ['url']],
    [{ ...DEPLOY, url: '//ci.example/7' }, ['url']],
    [{ ...DEPLOY, url: `https://ci.example/${'a'.repeat(2048)}` }, ['url']],
    [{ ...DEPLOY, note: 'a'.repeat(1001) }, ['note']],
    [{ ...DEPLOY, source: 'seen', createdBy: 'me' }, ['createdBy', 'source']],
  ])('refuses %j, field by field', async (body, fields) => {
    const answer = await post(body);
    expect(answer.status).toBe(400);
    const { errors } = await problemOf(answer);
    expect([...new Set(errors?.map(({ field }) => field))].sort()).toEqual(fields);
    for (const { message } of errors ?? []) expect(message).not.toMatch(/Invalid|Too |expected/);
    expect((await read('?hours=8784')).total).toBe(0);
  });
});

describe('listing deploys', () => {
  it('tells of a release that was seen, until somebody posts it', async () => {
    const seen = new Date(Date.now() - HOUR);
    const writer = new BatchWriter({ url: server.store.url });
    const source = { ...DEPLOY, instance: 'one' };
    await writer.write(randomBatch(source, seen, new Date(seen.getTime() + 1000), 20, randomNumbers(7)));
    await writer.close();
    const { deploys } = await read();
    expect(deploys).toMatchObject([{ ...DEPLOY, source: 'seen', note: null, url: null }]);
    const timestamp = new Date(seen.getTime() + 60_000).toISOString();
    await post({ ...DEPLOY, timestamp });
    expect((await read()).deploys).toMatchObject([{ ...DEPLOY, source: 'posted', timestamp }]);
  });

  it('narrows to an app, an environment and a release', async () => {
    await post(DEPLOY);
    await post({ ...DEPLOY, app: 'billing' });
    await post({ ...DEPLOY, environment: 'staging' });
    await post({ ...DEPLOY, release: '2' });
    expect((await read('?app=billing')).total).toBe(1);
    expect((await read('?environment=staging')).total).toBe(1);
    expect((await read('?release=2&app=research-api')).total).toBe(1);
    expect((await read('?release=3')).deploys).toEqual([]);
  });

  it('hands hostile text on as it is', async () => {
    const hostile = `<img src=x onerror=alert(1)>'"\u202e\u{1f600}`;
    await post({ ...DEPLOY, release: hostile, note: hostile });
    expect((await read()).deploys).toMatchObject([{ release: hostile, note: hostile }]);
  });

  it.each([
    ['hours=0', 'hours'],
    ['endpoint=/x', 'endpoint'],
    ['release=', 'release'],
    ['from=2026-01-01T00:00:00Z', 'to'],
  ])('refuses %s with the field that is wrong', async (query, field) => {
    const answer = await server.get(`deploys?${query}`);
    expect((await problemOf(answer)).errors?.map((error) => error.field)).toEqual([field]);
  });
});
