import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  apiTokensSchema,
  createApiTokenSchema,
  createdApiTokenSchema,
  idOf,
  type Account,
  type ApiTokens,
  type CreateApiToken,
  type CreatedApiToken,
} from '@scitex/monitoring-contracts';
import { z } from 'zod';
import { CurrentAccount } from '../access/current-account.decorator.js';
import { RequireRole } from '../access/policy.js';
import { Answers } from '../openapi/answers.js';
import { ApiTokensService } from './api-tokens.service.js';

@ApiTags('api-tokens')
@Controller('api-tokens')
@RequireRole('admin')
export class ApiTokensController {
  constructor(private readonly service: ApiTokensService) {}

  @Get()
  @Answers(
    apiTokensSchema,
    'The API tokens, the newest first, also those that have ended; never the tokens themselves.',
  )
  list(): Promise<ApiTokens> {
    return this.service.list();
  }

  @Post()
  @Answers(
    createdApiTokenSchema,
    'Makes an API token, and tells it this once. It may do what its scopes allow, as long as the account that made it may.',
    201,
  )
  create(
    @CurrentAccount() account: Account,
    @Body({ schema: createApiTokenSchema }) token: CreateApiToken,
  ): Promise<CreatedApiToken> {
    return this.service.create(account, token);
  }

  @Delete(':id')
  @HttpCode(204)
  @Answers(null, 'Revokes an API token: it is refused from now on.')
  revoke(@Param({ schema: z.object({ id: idOf('an API token') }) }) { id }: { id: string }): Promise<void> {
    return this.service.revoke(id);
  }
}
