import { JwtService } from '@nestjs/jwt';
import { accountSchema, problemSchema, sessionSchema } from '@scitex/monitoring-contracts';
import { RefreshToken, StaffAccount } from '@scitex/monitoring-storage';
import { PASSWORD, emailOf, startTestApp, type TestApp } from './support/test-app.js';

let server: TestApp;
beforeAll(async () => (server = await startTestApp()));
afterAll(() => server.close());

const credentials = { email: emailOf('viewer'), password: PASSWORD };

/** The cookie that an answer sets, as a browser would send it back. */
const cookieOf = (answer: Response) => answer.headers.getSetCookie()[0]?.split(';')[0];
const login = async () => cookieOf(await server.post('auth/login', credentials)) ?? '';
const refresh = (cookie: string, headers = {}) => server.post('auth/refresh', {}, { cookie, ...headers });
const shiftUse = (seconds: number) =>
  server.store.dataSource.query(
    `UPDATE monitoring.refresh_token SET used_at = used_at - make_interval(secs => $1) WHERE used_at IS NOT NULL`,
    [seconds],
  );

describe('signing in', () => {
  it('answers an access token, who signed in, and a cookie that scripts and other sites cannot use', async () => {
    const answer = await server.post('auth/login', credentials);
    expect(answer.status).toBe(200);
    const session = sessionSchema.parse(await answer.json());
    expect(session).toMatchObject({ expiresIn: 600, user: { email: credentials.email, role: 'viewer' } });
    expect(answer.headers.getSetCookie()).toHaveLength(1);
    expect(answer.headers.getSetCookie()[0]).toMatch(/^monitoring-refresh=/);
    for (const attribute of [/; HttpOnly/, /; SameSite=Strict/, /; Path=\/monitoring\/api\/auth(;|$)/])
      expect(answer.headers.getSetCookie()[0]).toMatch(attribute);
    const me = await server.get('auth/me', session.accessToken);
    expect(accountSchema.parse(await me.json())).toEqual(session.user);
  });

  it('takes an e-mail address in any case', async () => {
    const answer = await server.post('auth/login', { ...credentials, email: 'VIEWER@Example.org' });
    expect(answer.status).toBe(200);
  });

  it('notes when an account last signed in', async () => {
    const before = Date.now();
    await server.post('auth/login', credentials);
    const account = await server.store.dataSource
      .getRepository(StaffAccount)
      .findOneByOrFail({ email: credentials.email });
    expect(account.lastLoginAt?.getTime()).toBeGreaterThanOrEqual(before);
  });

  it('says the same of a wrong password and of an unknown account', async () => {
    const wrong = await server.post('auth/login', { ...credentials, password: 'wrong' });
    const unknown = await server.post('auth/login', { ...credentials, email: 'nobody@example.org' });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(await wrong.json()).toEqual(await unknown.json());
    expect(wrong.headers.getSetCookie()).toEqual([]);
  });

  it('refuses guessing after ten failures, and only for that account', async () => {
    const guess = () => server.post('auth/login', { email: 'guessed@example.org', password: 'guess' });
    const statuses = (await Promise.all(Array.from({ length: 12 }, guess))).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(2);
    expect((await server.post('auth/login', credentials)).status).toBe(200);
  });

  it('names each field that is missing or not known', async () => {
    const answer = await server.post('auth/login', { email: 'nonsense', remember: true });
    expect(answer.status).toBe(400);
    const { errors } = problemSchema.parse(await answer.json());
    expect(errors?.map(({ field }) => field).sort()).toEqual(['email', 'password', 'remember']);
  });

  it('takes no form, which any site could send', async () => {
    const answer = await fetch(`${server.url}/monitoring/api/auth/login`, {
      method: 'POST',
      body: new URLSearchParams(credentials),
    });
    expect(answer.status).toBe(415);
  });
});

describe('refreshing', () => {
  it('renews the session and the cookie', async () => {
    const cookie = await login();
    const answer = await refresh(cookie);
    expect(answer.status).toBe(200);
    sessionSchema.parse(await answer.json());
    expect(cookieOf(answer)).not.toBe(cookie);
    expect((await refresh(cookieOf(answer) ?? '')).status).toBe(200);
  });

  it('keeps both of two tabs signed in that refresh at once, and one renews the cookie', async () => {
    const cookie = await login();
    const answers = await Promise.all([refresh(cookie), refresh(cookie), refresh(cookie)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const renewed = answers.map(cookieOf).filter((renewal) => renewal !== undefined);
    expect(renewed).toHaveLength(1);
    expect((await refresh(renewed[0] ?? '')).status).toBe(200);
  });

  it('ends the whole session when an old cookie comes back', async () => {
    const stolen = await login();
    const renewed = cookieOf(await refresh(stolen)) ?? '';
    await shiftUse(11);
    expect((await refresh(stolen)).status).toBe(401);
    expect((await refresh(renewed)).status).toBe(401);
  });

  it('leaves other sessions of the account alone when one is ended for theft', async () => {
    const other = await login();
    const stolen = await login();
    await refresh(stolen);
    await shiftUse(11);
    await refresh(stolen);
    expect((await refresh(other)).status).toBe(200);
  });

  it.each([
    ['no cookie', ''],
    ['a made-up cookie', 'monitoring-refresh=AAAA'],
  ])('refuses %s', async (_, cookie) => {
    expect((await refresh(cookie)).status).toBe(401);
  });

  it('refuses an expired cookie', async () => {
    const cookie = await login();
    await server.store.dataSource.query(`UPDATE monitoring.refresh_token SET expires_at = now()`);
    expect((await refresh(cookie)).status).toBe(401);
  });

  it.each([
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ 'sec-fetch-site': 'same-origin' }, 200],
  ])('with the headers %j answers %d', async (headers, status) => {
    expect((await refresh(await login(), headers)).status).toBe(status);
  });

  it('takes its own origin', async () => {
    expect((await refresh(await login(), { origin: server.url })).status).toBe(200);
  });

  it('keeps only hashes of the tokens', async () => {
    const token = (await login()).split('=')[1] ?? '';
    const stored = await server.store.dataSource.getRepository(RefreshToken).find();
    expect(JSON.stringify(stored)).not.toContain(token);
  });
});

describe('signing out', () => {
  it('ends the session and removes the cookie, also without an access token', async () => {
    const cookie = await login();
    const answer = await server.post('auth/logout', {}, { cookie });
    expect(answer.status).toBe(204);
    expect(answer.headers.getSetCookie()[0]).toMatch(/^monitoring-refresh=;.*Expires=Thu, 01 Jan 1970/);
    expect((await refresh(cookie)).status).toBe(401);
  });

  it('is no error for who has no session', async () => {
    expect((await server.post('auth/logout', {})).status).toBe(204);
  });
});

describe('an access token', () => {
  const me = async () => accountSchema.parse(await (await server.get('auth/me')).json());

  it('is refused once expired', async () => {
    const { id: sub } = await me();
    const expired = await server.app.get(JwtService).signAsync({ sub }, { expiresIn: -1 });
    expect((await server.get('auth/me', expired)).status).toBe(401);
  });

  it.each([
    ['another key', { secret: 'another secret of more than 32 characters' }],
    ['another audience', { audience: 'another' }],
    ['another issuer', { issuer: 'another' }],
    ['another algorithm', { algorithm: 'HS512' as const }],
  ])('is refused when signed with %s', async (_, options) => {
    const { id: sub } = await me();
    const forged = await server.app.get(JwtService).signAsync({ sub }, options);
    expect((await server.get('auth/me', forged)).status).toBe(401);
  });

  it('is refused unsigned, garbled, or for no account', async () => {
    const { id: sub } = await me();
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = { sub, iss: 'scitex-monitoring', aud: 'scitex-monitoring-api', exp: 4_102_444_800 };
    const unsigned = `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`;
    const nobody = await server.app
      .get(JwtService)
      .signAsync({ sub: '00000000-0000-4000-8000-000000000000' });
    for (const token of [unsigned, 'garbled', nobody])
      expect((await server.get('auth/me', token)).status).toBe(401);
  });

  it('says how to authenticate where it is missing', async () => {
    const answer = await server.get('auth/me', null);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });

  it('ends with the account, as its sessions do', async () => {
    const staff = { email: emailOf('staff'), password: PASSWORD };
    const cookie = cookieOf(await server.post('auth/login', staff)) ?? '';
    const accounts = server.store.dataSource.getRepository(StaffAccount);
    await accounts.update({ email: staff.email }, { active: false });
    expect((await server.get('auth/me', server.tokens.staff)).status).toBe(401);
    expect((await refresh(cookie)).status).toBe(401);
    expect((await server.post('auth/login', staff)).status).toBe(401);
    await accounts.update({ email: staff.email }, { active: true });
  });
});
