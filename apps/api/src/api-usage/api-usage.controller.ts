import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  apiUsageSchema,
  comparedQuerySchema,
  type ApiUsage,
  type ComparedQuery,
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
  read(@Query({ schema: comparedQuerySchema }) query: ComparedQuery): Promise<ApiUsage> {
    return this.service.read(query);
  }
}
