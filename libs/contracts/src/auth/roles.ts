/** Roles of staff accounts, least first: each may do all that the ones before it may. */
export const ROLES = ['viewer', 'staff', 'admin'] as const;

export type Role = (typeof ROLES)[number];

/** @example hasRole('staff', 'viewer') // true: staff may do what a viewer may */
export function hasRole(actual: Role, required: Role): boolean {
  return ROLES.indexOf(actual) >= ROLES.indexOf(required);
}
