import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth } from '@nestjs/swagger';
import type { Role, Scope } from '@scitex/monitoring-contracts';

/**
 * Who may call a route. `bare`: anybody, who without credentials learns less. `scope`: which API tokens open it, beside
 * accounts; null: none does.
 */
export type Policy =
  | { readonly kind: 'public' }
  | { readonly kind: 'bare'; readonly scope: Scope }
  | { readonly kind: 'role'; readonly role: Role; readonly scope: Scope | null };

export const POLICY = 'access:policy';

/** Anybody may call the route; credentials are not looked at. */
export const Public = () => SetMetadata(POLICY, { kind: 'public' } satisfies Policy);

/**
 * Anybody may call the route; `@HasCredentials()` is false for who sends none.
 * Credentials that are sent must be good, and a token have the scope: 401 or 403 otherwise, rather than quietly less.
 */
export const PublicBare = (scope: Scope) =>
  applyDecorators(SetMetadata(POLICY, { kind: 'bare', scope } satisfies Policy), ApiBearerAuth());

/**
 * Only accounts with this role, or one above it, may call the route, and API tokens with this scope; without a scope,
 * no token may.
 * @example @RequireRole('viewer', 'metrics:read')
 */
export const RequireRole = (role: Role, scope: Scope | null = null) =>
  applyDecorators(SetMetadata(POLICY, { kind: 'role', role, scope } satisfies Policy), ApiBearerAuth());
