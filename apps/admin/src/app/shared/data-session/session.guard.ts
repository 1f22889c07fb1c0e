import { inject } from '@angular/core';
import { type CanActivateFn, RedirectCommand, Router } from '@angular/router';
import { hasRole, type Role } from '@scitex/monitoring-contracts';
import { Session } from './session';

/**
 * Lets in who is signed in and has the role that the route asks for in its data; the address stays as it was asked for.
 * @example { path: 'users', canActivate: [sessionGuard], data: { role: 'admin' } }
 */
export const sessionGuard: CanActivateFn = async (route, { url }) => {
  const session = inject(Session);
  const router = inject(Router);
  const instead = (path: string) => new RedirectCommand(router.parseUrl(path), { skipLocationChange: true });

  const state = await session.ready();
  if (state === 'unreachable') return instead('/unreachable');
  const account = session.account();
  if (state !== 'signed-in' || !account)
    return router.createUrlTree(['/login'], { queryParams: url === '/' ? {} : { returnTo: url } });

  const required: Role = route.data['role'] ?? 'viewer';
  return hasRole(account.role, required) || instead('/no-permission');
};
