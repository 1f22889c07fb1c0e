import type { AppEnv } from '../product/app.ts';
import type { Store } from './store.ts';

const DEFAULT_EMAIL = 'admin@example.org';

export function adminEmail(): string {
  return process.env['MONITORING_ADMIN_EMAIL'] || DEFAULT_EMAIL;
}

/**
 * The first admin's settings for the server, which wants both or neither: an e-mail alone goes with the password that
 * is made here. On a store of one's own they are passed on as they are.
 */
export function firstAdmin({ process: embedded, newPassword }: Store): AppEnv {
  if (embedded === null) return {};
  const password = newPassword ?? process.env['MONITORING_ADMIN_PASSWORD'];
  if (!password) return { MONITORING_ADMIN_EMAIL: undefined };
  return { MONITORING_ADMIN_EMAIL: adminEmail(), MONITORING_ADMIN_PASSWORD: password };
}
