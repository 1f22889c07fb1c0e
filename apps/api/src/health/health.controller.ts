import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import {
  bareHealthSchema,
  healthQuerySchema,
  healthSchema,
  type Account,
  type Health,
  type HealthQuery,
} from '@scitex/monitoring-contracts';
import type { Response } from 'express';
import { z } from 'zod';
import { CurrentAccount } from '../access/current-account.decorator.js';
import { PublicBare } from '../access/policy.js';
import { Answers } from '../openapi/answers.js';
import { HealthService } from './health.service.js';

/** Without credentials the bare one. */
const answerSchema = z.union([healthSchema, bareHealthSchema]);

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly service: HealthService) {}

  @Get()
  @PublicBare()
  @Answers(
    answerSchema,
    'The health of the monitored applications, as a gate for CI: 503 from failOn upwards. ' +
      'Without credentials only healthStatus; with bad ones 401.',
  )
  @ApiServiceUnavailableResponse({
    description: 'As bad as `failOn`, or worse.',
    standardSchema: answerSchema,
  })
  async read(
    @Query({ schema: healthQuerySchema }) query: HealthQuery,
    @CurrentAccount() account: Account | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Health | Pick<Health, 'healthStatus'>> {
    const { statusCode, health } = await (account
      ? this.service.check(query)
      : this.service.checkShared(query));
    response.status(statusCode);
    return account ? health : bareHealthSchema.parse(health);
  }
}
