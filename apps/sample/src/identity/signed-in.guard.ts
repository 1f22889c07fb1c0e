import { type CanActivate, type ExecutionContext, Injectable, UnauthorizedException } from '@nestjs/common';
import type { UserRequest } from './user.js';

@Injectable()
export class SignedInGuard implements CanActivate {
  canActivate(context: ExecutionContext): true {
    if (context.switchToHttp().getRequest<UserRequest>().user) return true;
    throw new UnauthorizedException('Sign in first: send the header x-user, such as x-user: ada.');
  }
}
