import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { CallerRequest } from './caller.js';

/** Whether an account or an API token calls; false only where the route's policy lets callers without either in. */
export const HasCredentials = createParamDecorator((_: unknown, context: ExecutionContext): boolean => {
  const { user, apiToken } = context.switchToHttp().getRequest<CallerRequest>();
  return user !== undefined || apiToken !== undefined;
});
