import { Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { Account } from '@scitex/monitoring-contracts';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { AccountService } from '../auth/account.service.js';
import { ACCESS_TOKEN, type AccessTokenClaims } from '../auth/access-token.js';
import { SETTINGS } from '../settings/settings.token.js';
import type { Settings } from '../settings/settings.js';

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

  async validate({ sub }: AccessTokenClaims): Promise<Account | false> {
    return (await this.accounts.findActive(sub)) ?? false;
  }
}
