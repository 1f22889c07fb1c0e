import { Injectable, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { hasRole, type Account, type Role, type Scope } from '@scitex/monitoring-contracts';
import { TokenAccess } from '../api-tokens/token-access.js';
import { ProblemException } from '../problem/problem.exception.js';
import type { CallerRequest } from './caller.js';
import { POLICY, type Policy } from './policy.js';

/** Stands before every route: what a route does not open by its policy stays shut. */
@Injectable()
export class AccessGuard extends AuthGuard('jwt') {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: TokenAccess,
  ) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const policy = this.reflector.getAllAndOverride<Policy | undefined>(POLICY, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!policy) throw new ProblemException(403, 'This route has no access policy, so nobody may call it.');
    const request = context.switchToHttp().getRequest<CallerRequest>();
    switch (policy.kind) {
      case 'public':
        return true;
      case 'bare':
        if (request.headers.authorization !== undefined) await this.identify(context, policy.scope);
        return true;
      case 'role':
        await this.identify(context, policy.scope);
        if (!request.apiToken) requireRole(request.user, policy.role);
        return true;
      default:
        return policy satisfies never;
    }
  }

  override handleRequest<T>(error: unknown, account: T | false | undefined): T {
    if (error) throw error;
    if (account) return account;
    throw new ProblemException(401, 'Sign in: the access token is missing, expired or not valid.');
  }

  /** Finds out which account or API token calls. @throws ProblemException 401, or 403 for a token without the scope */
  private async identify(context: ExecutionContext, scope: Scope | null): Promise<void> {
    const request = context.switchToHttp().getRequest<CallerRequest>();
    const token = this.tokens.tokenIn(request.headers.authorization);
    if (token === null) {
      await super.canActivate(context);
      return;
    }
    const identity = await this.tokens.find(token);
    if (!identity) throw new ProblemException(401, 'The API token is not known, has expired or was revoked.');
    if (scope === null) throw new ProblemException(403, 'No API token opens this: sign in with an account.');
    if (!identity.scopes.includes(scope))
      throw new ProblemException(403, `This needs an API token with the scope ${scope}.`);
    request.apiToken = identity;
  }
}

function requireRole(account: Account | undefined, role: Role): void {
  if (account && hasRole(account.role, role)) return;
  throw new ProblemException(403, `This needs the role ${role}: ask an administrator for it.`);
}
