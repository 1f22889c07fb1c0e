import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { User, UserRequest } from './user.js';

/** The user of the request; behind `SignedInGuard` there is one. */
export const CurrentUser = createParamDecorator(
  (_: unknown, context: ExecutionContext): User | undefined =>
    context.switchToHttp().getRequest<UserRequest>().user,
);
