import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  performanceSchema,
  comparedQuerySchema,
  type Performance,
  type ComparedQuery,
} from '@scitex/monitoring-contracts';
import { RequireRole } from '../access/policy.js';
import { Answers } from '../openapi/answers.js';
import { PerformanceService } from './performance.service.js';

@ApiTags('performance')
@Controller('performance')
export class PerformanceController {
  constructor(private readonly service: PerformanceService) {}

  @Get()
  @RequireRole('viewer', 'metrics:read')
  @Answers(performanceSchema, 'Response times, status codes, endpoints and error types over a range.')
  read(@Query({ schema: comparedQuerySchema }) query: ComparedQuery): Promise<Performance> {
    return this.service.read(query);
  }
}
