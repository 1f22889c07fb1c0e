import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Account } from '@scitex/monitoring-contracts';
import type { CallerRequest } from './caller.js';

/** The account that calls; undefined only where the route's policy lets callers without one in. */
export const CurrentAccount = createParamDecorator(
  (_: unknown, context: ExecutionContext): Account | undefined =>
    context.switchToHttp().getRequest<CallerRequest>().user,
);
