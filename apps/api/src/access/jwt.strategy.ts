import { Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { Account } from '@scitex/monitoring-contracts';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { AccountService } from '../auth/account.service.js';
import { ACCESS_TOKEN, type AccessTokenClaims } from '../auth/access-token.js';
import { SETTINGS } from '../settings/settings.token.js';
import type { Settings } from '../settings/settings.js';
import type { AccessSession } from './current-session.decorator.js';

/** Reads the access token; the account is looked up each time, so that a change of it counts at once. */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy) {
  constructor(
    @Inject(SETTINGS) settings: Settings,
    private readonly accounts: AccountService,
  ) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKey: settings.jwtSecret,
      algorithms: [ACCESS_TOKEN.algorithm],
      issuer: ACCESS_TOKEN.issuer,
      audience: ACCESS_TOKEN.audience,
    });
  }

  /** Passport takes the second for what else is known of the caller. */
  async validate({ sub, sid, exp }: AccessTokenClaims): Promise<[Account | false, AccessSession]> {
    const session = { id: sid, expiresAt: new Date(exp * 1000) };
    return [(await this.accounts.findActive(sub)) ?? false, session];
  }
}
