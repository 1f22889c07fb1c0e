import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth } from '@nestjs/swagger';
import type { Role } from '@scitex/monitoring-contracts';

/** Who may call a route. `bare`: anybody, who without credentials learns less. */
export type Policy =
  { readonly kind: 'public' } | { readonly kind: 'bare' } | { readonly kind: 'role'; readonly role: Role };

export const POLICY = 'access:policy';

/** Anybody may call the route; credentials are not looked at. */
export const Public = () => SetMetadata(POLICY, { kind: 'public' } satisfies Policy);

/**
 * Anybody may call the route; `@CurrentAccount()` is undefined for who sends no credentials.
 * Credentials that are sent must be good: 401 otherwise, rather than quietly less.
 */
export const PublicBare = () =>
  applyDecorators(SetMetadata(POLICY, { kind: 'bare' } satisfies Policy), ApiBearerAuth());

/** Only accounts with this role, or one above it, may call the route. */
export const RequireRole = (role: Role) =>
  applyDecorators(SetMetadata(POLICY, { kind: 'role', role } satisfies Policy), ApiBearerAuth());
