import { sessionSchema } from '@scitex/monitoring-contracts';
import { logIn, urlOf } from './support/api.js';

const call = (action: string, cookie: string) =>
  fetch(urlOf(`/monitoring/api/auth/${action}`), { method: 'POST', headers: { cookie } });
const cookieOf = (answer: Response) => answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';

it('lasts from signing in over a refresh to signing out', async () => {
  const login = await logIn();
  expect(login.status).toBe(200);
  const { user } = sessionSchema.parse(await login.json());
  expect(user.role).toBe('admin');

  const refreshed = await call('refresh', cookieOf(login));
  expect(refreshed.status).toBe(200);
  expect(sessionSchema.parse(await refreshed.json()).user).toEqual(user);

  expect((await call('logout', cookieOf(refreshed))).status).toBe(204);
  expect((await call('refresh', cookieOf(refreshed))).status).toBe(401);
});
