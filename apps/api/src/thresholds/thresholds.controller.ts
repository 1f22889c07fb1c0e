import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  putThresholdsSchema,
  thresholdsSchema,
  type Account,
  type PutThresholds,
  type Thresholds,
} from '@scitex/monitoring-contracts';
import { CurrentAccount } from '../access/current-account.decorator.js';
import { RequireRole } from '../access/policy.js';
import { Answers } from '../openapi/answers.js';
import { ThresholdsService } from './thresholds.service.js';

@ApiTags('settings')
@Controller('settings/thresholds')
export class ThresholdsController {
  constructor(private readonly service: ThresholdsService) {}

  @Get()
  @RequireRole('viewer', 'metrics:read')
  @Answers(thresholdsSchema, 'What health is judged by, in all environments and in each that is known.')
  list(): Promise<Thresholds> {
    return this.service.list();
  }

  @Put()
  @RequireRole('admin')
  @Answers(
    thresholdsSchema,
    'Puts the limits of an environment in place of those that it had; an empty list resets them. Health is judged by ' +
      'them at once. 409, with currentVersion, where they were changed since they were read.',
  )
  put(
    @CurrentAccount() account: Account,
    @Body({ schema: putThresholdsSchema }) thresholds: PutThresholds,
  ): Promise<Thresholds> {
    return this.service.put(account, thresholds);
  }
}
