import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ROLES, type Role } from '@scitex/monitoring-contracts';
import { StaffAccount } from '@scitex/monitoring-storage';
import { createTestStore, type TestStore } from '@scitex/monitoring-storage/testing';
import { hashPassword } from '../../src/auth/password.js';
import { readSettings, type Settings } from '../../src/settings/settings.js';
import { createApp } from '../../src/start/create-app.js';

export const PASSWORD = 'correct horse battery';
export const emailOf = (role: Role) => `${role}@example.org`;

export interface TestApp {
  readonly url: string;
  readonly app: NestExpressApplication;
  readonly store: TestStore;
  readonly settings: Settings;
  /** An access token of an account with this role. */
  readonly tokens: Readonly<Record<Role, string>>;
  /** Calls below /monitoring/api as a viewer; as nobody with `null`. */
  get(path: string, token?: string | null): Promise<Response>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  close(): Promise<void>;
}

/** The real server on a real store, listening on a free port, with one account of each role. */
export async function startTestApp(overrides: Partial<Settings> = {}, spaRoot?: string): Promise<TestApp> {
  const store = await createTestStore();
  const settings = {
    ...readSettings({ DATABASE_URL: store.url, JWT_SECRET: 'a secret that only the tests know' }),
    ...overrides,
  };
  await addAccounts(store);
  const app = await createApp(settings, store.dataSource, spaRoot);
  app.useLogger(false);
  await app.listen(0, '127.0.0.1');
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  const post: TestApp['post'] = (path, body, headers = {}) =>
    fetch(`${url}/monitoring/api/${path}`, {
      method: 'POST',
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const tokens = Object.fromEntries(
    await Promise.all(
      ROLES.map(async (role) => {
        const answer = await post('auth/login', { email: emailOf(role), password: PASSWORD });
        const session = (await answer.json()) as { accessToken: string };
        return [role, session.accessToken] as const;
      }),
    ),
  ) as Record<Role, string>;
  return {
    url,
    app,
    store,
    settings,
    tokens,
    post,
    get: (path, token = tokens.viewer) =>
      fetch(`${url}/monitoring/api/${path}`, { headers: token ? { authorization: `Bearer ${token}` } : {} }),
    close: async () => {
      // A test may have left an answer unread, which would keep its connection open.
      (app.getHttpServer() as Server).closeAllConnections();
      await app.close();
      await store.drop();
    },
  };
}

async function addAccounts({ dataSource }: TestStore): Promise<void> {
  const passwordHash = await hashPassword(PASSWORD);
  await dataSource.getRepository(StaffAccount).insert(
    ROLES.map((role) => ({
      id: randomUUID(),
      email: emailOf(role),
      name: role,
      role,
      passwordHash,
      active: true,
    })),
  );
}
