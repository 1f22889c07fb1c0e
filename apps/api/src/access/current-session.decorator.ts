import { createParamDecorator, type ExecutionContext } from '@nestjs/common';

/** The session of the access token that a call came with. */
export interface AccessSession {
  /** Undefined in a token that an older server gave. */
  readonly id: string | undefined;
  /** When the token expires: the session may go on with another. */
  readonly expiresAt: Date;
}

/** The session that calls; only for routes that need an account. */
export const CurrentSession = createParamDecorator(
  (_: unknown, context: ExecutionContext): AccessSession =>
    context.switchToHttp().getRequest<{ authInfo: AccessSession }>().authInfo,
);
