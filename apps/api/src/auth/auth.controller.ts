import { Body, Controller, Get, HttpCode, Inject, Ip, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  accountSchema,
  loginSchema,
  sessionSchema,
  type Account,
  type Login,
  type Session,
} from '@scitex/monitoring-contracts';
import type { Request, Response } from 'express';
import { CurrentAccount } from '../access/current-account.decorator.js';
import { Public, RequireRole } from '../access/policy.js';
import { Answers } from '../openapi/answers.js';
import { SETTINGS } from '../settings/settings.token.js';
import type { Settings } from '../settings/settings.js';
import { AuthService } from './auth.service.js';
import { refreshCookie } from './refresh-cookie.js';
import { SameOriginGuard } from './same-origin.guard.js';

@ApiTags('auth')
@Controller('auth')
export class AuthController {
  private readonly cookie: ReturnType<typeof refreshCookie>;

  constructor(
    private readonly auth: AuthService,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.cookie = refreshCookie(settings);
  }

  @Post('login')
  @HttpCode(200)
  @Public()
  @UseGuards(SameOriginGuard)
  @Answers(sessionSchema, 'Signs in; the refresh token comes as an HttpOnly cookie.')
  async login(
    @Body({ schema: loginSchema }) login: Login,
    @Ip() address: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Session> {
    return this.answer(await this.auth.login(login, address), response);
  }

  @Post('refresh')
  @HttpCode(200)
  @Public()
  @UseGuards(SameOriginGuard)
  @Answers(sessionSchema, 'Takes the refresh cookie for a new access token, and renews the cookie.')
  async refresh(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<Session> {
    return this.answer(await this.auth.refresh(this.tokenOf(request)), response);
  }

  @Post('logout')
  @HttpCode(204)
  @Public()
  @UseGuards(SameOriginGuard)
  @Answers(null, 'Ends the session of the refresh cookie, also when the access token has expired.')
  async logout(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.auth.logout(this.tokenOf(request));
    response.clearCookie(this.cookie.name, this.cookie.options);
  }

  @Get('me')
  @RequireRole('viewer')
  @Answers(accountSchema, 'The account that calls.')
  me(@CurrentAccount() account: Account): Account {
    return account;
  }

  private answer(
    { session, refreshToken }: Awaited<ReturnType<AuthService['login']>>,
    response: Response,
  ): Session {
    if (refreshToken) response.cookie(this.cookie.name, refreshToken, this.cookie.options);
    return session;
  }

  private tokenOf(request: Request): string | undefined {
    const cookies = request.cookies as Record<string, unknown> | undefined;
    const token = cookies?.[this.cookie.name];
    return typeof token === 'string' ? token : undefined;
  }
}
