import { Module } from '@nestjs/common';
import { JwtModule } from '@nestjs/jwt';
import { SETTINGS } from '../settings/settings.token.js';
import type { Settings } from '../settings/settings.js';
import { ACCESS_TOKEN } from './access-token.js';
import { AccountService } from './account.service.js';
import { AuthController } from './auth.controller.js';
import { AuthService } from './auth.service.js';
import { FirstAdmin } from './first-admin.js';
import { LoginAttempts } from './login-attempts.js';
import { RefreshTokens } from './refresh-tokens.js';

@Module({
  imports: [
    JwtModule.registerAsync({
      inject: [SETTINGS],
      useFactory: ({ jwtSecret }: Settings) => ({
        secret: jwtSecret,
        signOptions: {
          algorithm: ACCESS_TOKEN.algorithm,
          issuer: ACCESS_TOKEN.issuer,
          audience: ACCESS_TOKEN.audience,
          expiresIn: ACCESS_TOKEN.lifetimeSeconds,
        },
      }),
    }),
  ],
  controllers: [AuthController],
  providers: [AccountService, AuthService, FirstAdmin, LoginAttempts, RefreshTokens],
  exports: [AccountService, RefreshTokens],
})
export class AuthModule {}
