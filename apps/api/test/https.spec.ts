import { emailOf, PASSWORD, startTestApp, type TestApp } from './support/test-app.js';

let server: TestApp;
beforeAll(async () => {
  server = await startTestApp({ publicUrl: new URL('https://monitoring.example.org'), trustProxy: 1 });
});
afterAll(() => server.close());

const credentials = { email: emailOf('viewer'), password: PASSWORD };

it('binds the refresh cookie to HTTPS where the public address has it', async () => {
  const answer = await server.post('auth/login', credentials);
  expect(answer.headers.getSetCookie()[0]).toMatch(/^__Secure-monitoring-refresh=.*; Secure/);
});

it('tells browsers to stay on HTTPS', async () => {
  const { headers } = await server.get('health');
  expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d+/);
  expect(headers.get('content-security-policy')).toContain('upgrade-insecure-requests');
});

it('takes calls from the public address as its own, whatever host the proxy sends', async () => {
  const from = (origin: string) => server.post('auth/login', credentials, { origin });
  expect((await from('https://monitoring.example.org')).status).toBe(200);
  expect((await from('https://monitoring.example.com')).status).toBe(403);
});

it('counts failed sign-ins by the address that the proxy tells', async () => {
  const guess = (address: string) =>
    server.post(
      'auth/login',
      { email: 'guessed@example.org', password: 'x' },
      { 'x-forwarded-for': address },
    );
  for (let attempt = 0; attempt < 10; attempt++) await guess('192.0.2.1');
  expect((await guess('192.0.2.1')).status).toBe(429);
  expect((await guess('192.0.2.2')).status).toBe(401);
});
