import { createdApiTokenSchema, type CreatedApiToken, type Scope } from '@scitex/monitoring-contracts';
import type { TestApp } from './test-app.js';

/** Posts as an account, an administrator where none is named. */
export function postAs(server: TestApp, path: string, body: unknown, token = server.tokens.admin) {
  return server.post(path, body, { authorization: `Bearer ${token}` });
}

/** Makes an API token as an administrator does. */
export async function makeApiToken(server: TestApp, scopes: Scope[], more = {}): Promise<CreatedApiToken> {
  const answer = await postAs(server, 'api-tokens', { name: scopes.join(' '), scopes, ...more });
  return createdApiTokenSchema.strict().parse(await answer.json());
}

/** Resolves to the token itself. */
export async function createApiToken(server: TestApp, scopes: Scope[]): Promise<string> {
  return (await makeApiToken(server, scopes)).token;
}
