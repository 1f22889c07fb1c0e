import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  apiUsageSchema,
  rangeQuerySchema,
  type ApiUsage,
  type RangeQuery,
} from '@scitex/monitoring-contracts';
import { RequireRole } from '../access/policy.js';
import { Answers } from '../openapi/answers.js';
import { ApiUsageService } from './api-usage.service.js';

@ApiTags('api-usage')
@Controller('api-usage')
export class ApiUsageController {
  constructor(private readonly service: ApiUsageService) {}

  @Get()
  @RequireRole('viewer', 'metrics:read')
  @Answers(apiUsageSchema, 'Outbound API calls over a range: how many, how fast, how often they failed.')
  read(@Query({ schema: rangeQuerySchema }) query: RangeQuery): Promise<ApiUsage> {
    return this.service.read(query);
  }
}
