import { createHash, randomBytes } from 'node:crypto';

/** By this scanners of code, and people, tell a token that got where it should not be. */
const PREFIX = 'smt_';

/** A new token: 256 random bits. */
export function newToken(): string {
  return PREFIX + randomBytes(32).toString('base64url');
}

/** How a token begins: enough to tell it by, and next to nothing of its secret. */
export function hintOf(token: string): string {
  return token.slice(0, PREFIX.length + 4);
}

/** A token is 256 random bits, so one plain hash is enough: there is nothing to guess. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
