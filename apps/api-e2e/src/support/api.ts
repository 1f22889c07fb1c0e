import { sessionSchema } from '@scitex/monitoring-contracts';
import type { z } from 'zod';
import { readEnvironment } from './environment.js';

/** Calls the running server's API as its administrator. */
export interface Api {
  get(path: string): Promise<Response>;
  /** Expects 200 and an answer that keeps to the schema. */
  read<S extends z.ZodType>(schema: S, path: string): Promise<z.infer<S>>;
}

export function urlOf(path: string): string {
  return `${readEnvironment().baseUrl}${path}`;
}

export function logIn(): Promise<Response> {
  const { email, password } = readEnvironment();
  return fetch(urlOf('/monitoring/api/auth/login'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
}

export async function signIn(): Promise<Api> {
  const { accessToken } = sessionSchema.parse(await (await logIn()).json());
  const get = (path: string) =>
    fetch(urlOf(`/monitoring/api/${path}`), { headers: { authorization: `Bearer ${accessToken}` } });
  return {
    get,
    read: async (schema, path) => {
      const answer = await get(path);
      if (answer.status !== 200)
        throw new Error(`GET ${path} answered ${answer.status}: ${await answer.text()}`);
      return schema.parse(await answer.json()) as z.infer<typeof schema>;
    },
  };
}
