import { apiTokensSchema, healthSchema, problemSchema, SCOPES } from '@scitex/monitoring-contracts';
import { ApiToken, StaffAccount } from '@scitex/monitoring-storage';
import { makeApiToken, postAs } from './support/api-tokens.js';
import { emailOf, startTestApp, type TestApp } from './support/test-app.js';

let server: TestApp;
beforeAll(async () => (server = await startTestApp()));
afterAll(() => server.close());
beforeEach(() => server.store.dataSource.query('DELETE FROM monitoring.api_token'));

const accounts = () => server.store.dataSource.getRepository(StaffAccount);
const list = async () => {
  const answer = await server.get('api-tokens', server.tokens.admin);
  return apiTokensSchema.strict().parse(await answer.json());
};
const revoke = (id: string) =>
  fetch(`${server.url}/monitoring/api/api-tokens/${id}`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${server.tokens.admin}` },
  });
const statusOf = async (path: string, token: string) => (await server.get(path, token)).status;

describe('an API token', () => {
  it('is told once, and kept as a hash alone', async () => {
    const { token, ...made } = await makeApiToken(server, ['health:read', 'metrics:read']);
    expect(token).toMatch(/^smt_[\w-]{43}$/);
    expect(made).toMatchObject({ hint: token.slice(0, 8), scopes: ['health:read', 'metrics:read'] });
    expect(await list()).toEqual({ items: [made], total: 1 });
    const stored = await server.store.dataSource.getRepository(ApiToken).find();
    expect(JSON.stringify([stored, await list()])).not.toContain(token.slice(8));
  });

  it('reads the whole health with that scope alone', async () => {
    const { token } = await makeApiToken(server, ['health:read']);
    const answer = await server.get('health', token);
    expect(healthSchema.strict().parse(await answer.json()).checks).toHaveLength(3);
    expect(await statusOf('performance', token)).toBe(403);
  });

  it('notes its use, once a minute', async () => {
    const { token } = await makeApiToken(server, ['health:read']);
    const before = Date.now();
    await server.get('health', token);
    const [used] = (await list()).items;
    expect(Date.parse(used?.lastUsedAt ?? '')).toBeGreaterThanOrEqual(before);
    await server.get('health', token);
    expect((await list()).items[0]?.lastUsedAt).toBe(used?.lastUsedAt);
    await server.store.dataSource.query(
      `UPDATE monitoring.api_token SET last_used_at = last_used_at - interval '61 seconds'`,
    );
    await server.get('health', token);
    expect(Date.parse((await list()).items[0]?.lastUsedAt ?? '')).toBeGreaterThanOrEqual(before);
  });

  it('is refused once revoked, for good, and stays listed', async () => {
    const { id, token } = await makeApiToken(server, ['health:read']);
    expect([(await revoke(id)).status, await statusOf('health', token)]).toEqual([204, 401]);
    const [{ revokedAt } = { revokedAt: null }] = (await list()).items;
    expect(revokedAt).not.toBeNull();
    expect((await revoke(id)).status).toBe(204);
    expect((await list()).items[0]?.revokedAt).toBe(revokedAt);
  });

  it('is refused once expired', async () => {
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    const { token, ...made } = await makeApiToken(server, ['health:read'], { expiresAt });
    expect([made.expiresAt, await statusOf('health', token)]).toEqual([expiresAt, 200]);
    await server.store.dataSource.query('UPDATE monitoring.api_token SET expires_at = now()');
    expect(await statusOf('health', token)).toBe(401);
  });

  it('ends with the account that made it, and loses what that account loses', async () => {
    const { token } = await makeApiToken(server, ['health:read', 'ingest:write']);
    const admin = { email: emailOf('admin') };
    const post = async () => (await postAs(server, 'deploys', {}, token)).status;
    expect(await post()).toBe(400);
    await accounts().update(admin, { role: 'viewer' });
    expect([await post(), await statusOf('health', token)]).toEqual([403, 200]);
    await accounts().update(admin, { role: 'admin', active: false });
    expect([await post(), await statusOf('health', token)]).toEqual([401, 401]);
    await accounts().update(admin, { active: true });
    expect(await post()).toBe(400);
  });

  it.each(['smt_', 'smt_nonsense', `smt_${'A'.repeat(5000)}`, "smt_' OR 1=1 --"])(
    'that was made up (%.20s) is refused',
    async (token) => {
      await makeApiToken(server, ['health:read']);
      expect(await statusOf('health', token)).toBe(401);
    },
  );

  it('is taken with any spelling of the scheme, and not as a query', async () => {
    const { token } = await makeApiToken(server, ['metrics:read']);
    const url = `${server.url}/monitoring/api/performance`;
    expect((await fetch(url, { headers: { authorization: `bearer ${token}` } })).status).toBe(200);
    expect((await fetch(`${url}?token=${token}`)).status).toBe(401);
  });
});

describe('making a token', () => {
  it.each([
    [{}, ['name', 'scopes']],
    [{ name: '', scopes: [] }, ['name', 'scopes']],
    [{ name: 'x', scopes: ['admin'] }, ['scopes.0']],
    [{ name: 'x', scopes: ['health:read', 'health:read'] }, ['scopes']],
    [{ name: 'x', scopes: [...SCOPES, 'health:read'] }, ['scopes']],
    [{ name: 'x', scopes: 'health:read' }, ['scopes']],
    [{ name: 'x', scopes: ['health:read'], expiresAt: '2020-01-01T00:00:00Z' }, ['expiresAt']],
    [{ name: 'x', scopes: ['health:read'], createdBy: 'me', tokenHash: 'x' }, ['createdBy', 'tokenHash']],
  ])('refuses %j, field by field', async (body, fields) => {
    const answer = await postAs(server, 'api-tokens', body);
    expect(answer.status).toBe(400);
    const { errors } = problemSchema.parse(await answer.json());
    expect([...new Set(errors?.map(({ field }) => field))].sort()).toEqual([...fields].sort());
    for (const { message } of errors ?? []) expect(message).not.toMatch(/Invalid|Too |expected/);
  });
});
