import { join } from 'node:path';
import { anyFreePort } from '../../process/port.ts';
import { LOGS } from '../../product/paths.ts';
import { startServer } from '../../product/server.ts';

const ADMIN = { email: 'bench@example.org', password: 'correct horse battery staple' };

/** A server on a store. */
export interface ReadServer extends AsyncDisposable {
  readonly storeUrl: string;
  readonly origin: string;
  /** Begins a session; its token lasts for ten minutes. */
  signIn(): Promise<string>;
}

export async function startReadServer(storeUrl: string, stop: AbortSignal): Promise<ReadServer> {
  const port = await anyFreePort();
  const env = {
    DATABASE_URL: storeUrl,
    JWT_SECRET: 'a secret of this bench alone, which ends with it',
    MONITORING_ADMIN_EMAIL: ADMIN.email,
    MONITORING_ADMIN_PASSWORD: ADMIN.password,
  };
  const server = await startServer(
    { host: '127.0.0.1', port, env, log: join(LOGS, 'bench-server.log') },
    stop,
  );
  const origin = `http://127.0.0.1:${port}`;
  return { storeUrl, origin, signIn: () => signIn(origin), [Symbol.asyncDispose]: () => server.stop() };
}

async function signIn(origin: string): Promise<string> {
  const answer = await fetch(`${origin}/monitoring/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify(ADMIN),
  });
  if (!answer.ok) throw new Error(`The sign-in answered ${answer.status}.`);
  return ((await answer.json()) as { accessToken: string }).accessToken;
}
