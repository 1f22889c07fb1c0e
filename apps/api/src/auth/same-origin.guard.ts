import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { ProblemException } from '../problem/problem.exception.js';
import { SETTINGS } from '../settings/settings.token.js';
import type { Settings } from '../settings/settings.js';

/**
 * Refuses calls that another site's page makes with the reader's cookie. Browsers always say where a POST comes
 * from; a caller that says nothing is not a browser and has no cookie to be misused.
 */
@Injectable()
export class SameOriginGuard implements CanActivate {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    if (this.isSameOrigin(request)) return true;
    throw new ProblemException(
      403,
      'The call comes from another site: make it from the dashboard, and set PUBLIC_URL where a proxy changes the host.',
    );
  }

  private isSameOrigin({ headers, host }: Request): boolean {
    const site = headers['sec-fetch-site'];
    if (site !== undefined) return site === 'same-origin' || site === 'none';
    if (headers.origin === undefined) return true;
    const own = [host, this.settings.publicUrl?.host];
    return URL.canParse(headers.origin) && own.includes(new URL(headers.origin).host);
  }
}
