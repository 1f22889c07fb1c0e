import type { CookieOptions } from 'express';
import type { Settings } from '../settings/settings.js';
import { REFRESH_LIFETIME_MS } from './refresh-tokens.js';

/** The refresh token's cookie; over HTTPS its name makes browsers hold it to HTTPS. */
export function refreshCookie({ publicUrl }: Settings): { name: string; options: CookieOptions } {
  const secure = publicUrl?.protocol === 'https:';
  return {
    name: secure ? '__Secure-monitoring-refresh' : 'monitoring-refresh',
    options: {
      httpOnly: true,
      sameSite: 'strict',
      secure,
      path: '/monitoring/api/auth',
      maxAge: REFRESH_LIFETIME_MS,
    },
  };
}
