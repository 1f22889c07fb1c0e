import { Injectable, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { hasRole, type Account, type Role } from '@scitex/monitoring-contracts';
import type { Request } from 'express';
import { ProblemException } from '../problem/problem.exception.js';
import { POLICY, type Policy } from './policy.js';

/** Stands before every route: what a route does not open by its policy stays shut. */
@Injectable()
export class AccessGuard extends AuthGuard('jwt') {
  constructor(private readonly reflector: Reflector) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const policy = this.reflector.getAllAndOverride<Policy | undefined>(POLICY, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!policy) throw new ProblemException(403, 'This route has no access policy, so nobody may call it.');
    const request = context.switchToHttp().getRequest<Request & { user?: Account }>();
    switch (policy.kind) {
      case 'public':
        return true;
      case 'bare':
        if (request.headers.authorization === undefined) return true;
        await super.canActivate(context);
        return true;
      case 'role':
        await super.canActivate(context);
        requireRole(request.user, policy.role);
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
}

function requireRole(account: Account | undefined, role: Role): void {
  if (account && hasRole(account.role, role)) return;
  throw new ProblemException(403, `This needs the role ${role}: ask an administrator for it.`);
}
