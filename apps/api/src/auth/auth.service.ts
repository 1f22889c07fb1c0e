import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import type { Account, Login, Session } from '@scitex/monitoring-contracts';
import { ProblemException } from '../problem/problem.exception.js';
import { ACCESS_TOKEN } from './access-token.js';
import { AccountService } from './account.service.js';
import { LoginAttempts } from './login-attempts.js';
import { RefreshTokens, type Rotation } from './refresh-tokens.js';

/** `refreshToken`: null where the caller's browser already holds the right one. */
interface SignedIn {
  readonly session: Session;
  readonly refreshToken: string | null;
}

@Injectable()
export class AuthService {
  constructor(
    private readonly accounts: AccountService,
    private readonly attempts: LoginAttempts,
    private readonly refreshTokens: RefreshTokens,
    private readonly jwt: JwtService,
  ) {}

  async login({ email, password }: Login, address: string): Promise<SignedIn> {
    this.attempts.begin(address, email);
    const account = await this.accounts.findByCredentials(email, password);
    if (!account) throw new ProblemException(401, 'The e-mail address or the password is wrong.');
    this.attempts.succeed(address, email);
    return this.signIn(account, await this.refreshTokens.issue(account.id));
  }

  async refresh(token: string | undefined): Promise<SignedIn> {
    const rotation = token ? await this.refreshTokens.rotate(token) : null;
    const account = rotation && (await this.accounts.findActive(rotation.accountId));
    if (!account) throw new ProblemException(401, 'Sign in again: the session has ended.');
    return this.signIn(account, rotation);
  }

  async logout(token: string | undefined): Promise<void> {
    if (token) await this.refreshTokens.revokeFamilyOf(token);
  }

  private async signIn(user: Account, { sessionId, token }: Rotation): Promise<SignedIn> {
    const accessToken = await this.jwt.signAsync({ sub: user.id, sid: sessionId });
    return { session: { accessToken, expiresIn: ACCESS_TOKEN.lifetimeSeconds, user }, refreshToken: token };
  }
}
