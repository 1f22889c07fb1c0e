import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import {
  bareHealthSchema,
  healthQuerySchema,
  healthSchema,
  type Health,
  type HealthQuery,
} from '@scitex/monitoring-contracts';
import type { Response } from 'express';
import { z } from 'zod';
import { HasCredentials } from '../access/has-credentials.decorator.js';
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
  @PublicBare('health:read')
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
    @HasCredentials() isKnown: boolean,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Health | Pick<Health, 'healthStatus'>> {
    const { statusCode, health } = await (isKnown
      ? this.service.check(query)
      : this.service.checkShared(query));
    response.status(statusCode);
    return isKnown ? health : bareHealthSchema.parse(health);
  }
}
