import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestApp, type TestApp } from './support/test-app.js';

const INDEX = '<!doctype html><html><head></head><body><app-root></app-root></body></html>';

let root: string;
let server: TestApp;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'spa-'));
  await mkdir(join(root, 'assets'));
  await writeFile(join(root, 'index.html'), INDEX);
  await writeFile(join(root, 'main-ABCD1234.js'), `console.log('${'x'.repeat(5000)}')`);
  await writeFile(join(root, 'favicon.ico'), 'icon');
  await writeFile(join(root, 'site-manifest.json'), '{}');
  await writeFile(join(root, '.secret'), 'secret');
  server = await startTestApp({}, root);
});
afterAll(async () => {
  await server.close();
  await rm(root, { recursive: true });
});

const get = (path: string, init?: RequestInit) =>
  fetch(`${server.url}${path}`, { redirect: 'manual', ...init });

it.each(['/', '/monitoring'])('leads from %s to the dashboard', async (path) => {
  const answer = await get(path);
  expect([answer.status, answer.headers.get('location')]).toEqual([302, '/monitoring/']);
});

it.each([
  '/monitoring/',
  '/monitoring/index.html',
  '/monitoring/errors',
  '/monitoring/errors/0198-4f?hours=1',
  '/monitoring/admin/error-logs',
  '/monitoring/apis',
])('answers %s with the page, which is never kept', async (path) => {
  const answer = await get(path);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(answer.headers.get('cache-control')).toBe('no-cache');
  expect(await answer.text()).toContain('<app-root');
});

it('gives the page a nonce for its styles that is new each time', async () => {
  const nonces = await Promise.all(
    [get('/monitoring/'), get('/monitoring/')].map(async (call) => {
      const answer = await call;
      const nonce = /ngCspNonce="([^"]+)"/.exec(await answer.text())?.[1];
      expect(answer.headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}'`);
      return nonce;
    }),
  );
  expect(new Set(nonces).size).toBe(2);
});

it('lets the page run only its own scripts', async () => {
  const policy = (await get('/monitoring/')).headers.get('content-security-policy');
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
});

it('lets browsers keep files with a hash in their names for good, and others not', async () => {
  const hashed = await get('/monitoring/main-ABCD1234.js');
  expect(hashed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(hashed.headers.get('content-encoding')).toBe('gzip');
  for (const name of ['favicon.ico', 'site-manifest.json'])
    expect((await get(`/monitoring/${name}`)).headers.get('cache-control')).toBe('no-cache');
});

it.each([
  '/monitoring/main-OLD12345.js',
  '/monitoring/assets/none.svg',
  '/monitoring/.secret',
  '/monitoring/%2e%2e/%2e%2e/package.json',
  '/monitoring/..%2f..%2fpackage.json',
  '/elsewhere',
])('answers %s with 404, not with the page', async (path) => {
  const answer = await get(path);
  expect(answer.status).toBe(404);
  expect(answer.headers.get('content-type')).toMatch('application/problem+json');
});

it('answers no unknown address of the API with the page', async () => {
  for (const path of ['/monitoring/api', '/monitoring/api/', '/monitoring/api/errors-list'])
    expect((await get(path)).status).toBe(404);
});

it('says how to build the dashboard where it is not built', async () => {
  const unbuilt = await startTestApp({}, join(root, 'nowhere'));
  const answer = await fetch(`${unbuilt.url}/monitoring/`);
  expect(answer.status).toBe(404);
  expect(await answer.text()).toContain('npm run build');
  await unbuilt.close();
});
