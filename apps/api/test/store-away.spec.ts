import { randomUUID } from 'node:crypto';
import { JwtService } from '@nestjs/jwt';
import { problemSchema } from '@scitex/monitoring-contracts';
import { createTestStore, type TestStore } from '@scitex/monitoring-storage/testing';
import { openStore } from '../src/database/open-store.js';
import { readSettings } from '../src/settings/settings.js';
import { createApp } from '../src/start/create-app.js';
import { startTcpProxy } from './support/tcp-proxy.js';

const JWT_SECRET = 'a secret that only the tests know';

describe('a store that goes away', () => {
  let store: TestStore;
  let proxy: Awaited<ReturnType<typeof startTcpProxy>>;
  let app: Awaited<ReturnType<typeof createApp>>;
  let url: string;

  beforeAll(async () => {
    store = await createTestStore();
    const address = new URL(store.url);
    proxy = await startTcpProxy({ host: address.hostname, port: Number(address.port || 5432) });
    address.host = `127.0.0.1:${proxy.port}`;
    const settings = readSettings({ DATABASE_URL: address.href, JWT_SECRET });
    app = await createApp(settings, await openStore(settings.databaseUrl));
    app.useLogger(false);
    await app.listen(0, '127.0.0.1');
    url = await app.getUrl();
  });
  afterAll(async () => {
    await app.close();
    proxy.close();
    await store.drop();
  });

  it('makes the server unready and its figures a 503 with the mend, never the process dead', async () => {
    proxy.cut();
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    const answer = await fetch(`${url}/monitoring/api/health?failOn=never`);
    expect(answer.status).toBe(503);
    expect(answer.headers.get('content-type')).toMatch('application/problem+json');
    expect(problemSchema.parse(await answer.json()).detail).toContain('check that PostgreSQL runs');
  });

  it('signs nobody out: a good session is a 503 too, not a 401', async () => {
    const authorization = `Bearer ${await app.get(JwtService).signAsync({ sub: randomUUID() })}`;
    expect((await fetch(`${url}/monitoring/api/auth/me`, { headers: { authorization } })).status).toBe(503);
    const refresh = { method: 'POST', headers: { cookie: 'monitoring-refresh=any' } };
    const answer = await fetch(`${url}/monitoring/api/auth/refresh`, refresh);
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([503, []]);
  });

  it('is used again as soon as it is back', async () => {
    proxy.mend();
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    expect((await fetch(`${url}/monitoring/api/health?failOn=never`)).status).toBe(200);
  });
});

describe('a store that cannot be opened', () => {
  const server = new URL(process.env['TEST_DATABASE_URL'] ?? '');
  const at = (change: Partial<URL>) => Object.assign(new URL(server), change).href;

  it.each([
    [
      'nothing listens',
      at({ host: '127.0.0.1:1' }),
      /127\.0\.0\.1:1 does not answer \(ECONNREFUSED\): start it/,
    ],
    [
      'there is no such database',
      at({ pathname: '/no_such_database' }),
      /has no database "no_such_database": create it/,
    ],
    [
      'there is no such user',
      at({ username: 'nobody_here' }),
      /refused the login of "nobody_here": correct the user/,
    ],
  ])('says so with the mend: %s', async (_, url, sentence) => {
    await expect(openStore(url)).rejects.toThrow(sentence);
  });

  it('never tells the password', async () => {
    const failure: unknown = await openStore(at({ username: 'nobody_here', password: 'hunter2' })).catch(
      String,
    );
    expect(failure).not.toContain('hunter2');
  });
});
