/** How access tokens are signed and checked. */
export const ACCESS_TOKEN = {
  algorithm: 'HS256',
  issuer: 'scitex-monitoring',
  audience: 'scitex-monitoring-api',
  lifetimeSeconds: 600,
} as const;

export interface AccessTokenClaims {
  /** The account's id. */
  readonly sub: string;
  /** The id of the session that it was given to: its family of refresh tokens. */
  readonly sid?: string;
  /** Seconds since 1970. */
  readonly exp: number;
}
