import { hasRole, type Role } from '../auth/roles.js';

/** What API tokens may be allowed, each apart. */
export const SCOPES = ['health:read', 'metrics:read', 'errors:read', 'export:read', 'ingest:write'] as const;

export type Scope = (typeof SCOPES)[number];

/** Who may do by hand what a scope lets a token do. */
const ROLE_OF: Readonly<Record<Scope, Role>> = {
  'health:read': 'viewer',
  'metrics:read': 'viewer',
  'errors:read': 'viewer',
  'export:read': 'viewer',
  'ingest:write': 'staff',
};

/**
 * Whether a token of an account with this role may have the scope: it gains nothing that the account lacks.
 * @example allowsScope('viewer', 'ingest:write') // false
 */
export function allowsScope(role: Role, scope: Scope): boolean {
  return hasRole(role, ROLE_OF[scope]);
}
