import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { Session } from '../../shared/data-session/session';
import { toPath } from './to-path';

/** Sends who is signed in on to the page that was asked for: there is nothing to sign in to. */
export const guestGuard: CanActivateFn = async ({ queryParams }) => {
  const session = inject(Session);
  const router = inject(Router);
  const state = session.state() === 'unknown' ? await session.ready() : session.state();
  return state !== 'signed-in' || router.parseUrl(toPath(queryParams['returnTo']));
};
