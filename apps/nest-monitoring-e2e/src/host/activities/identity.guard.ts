import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { HostRequest } from '@scitex/nest-monitoring';

type Identified = HostRequest & { user?: unknown; session?: unknown };

/** Leaves behind what Passport and session middlewares leave behind. */
@Injectable()
export class IdentityGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request: Identified = context.switchToHttp().getRequest();
    const { 'x-user': user, 'x-session': session } = request.headers;
    if (typeof user === 'string') request.user = { id: user, name: `Name of ${user}` };
    if (typeof session === 'string') request.session = { id: session };
    return true;
  }
}
