import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  userActivitySchema,
  rangeQuerySchema,
  type UserActivitySummary,
  type RangeQuery,
} from '@scitex/monitoring-contracts';
import { RequireRole } from '../access/policy.js';
import { Answers } from '../openapi/answers.js';
import { UserActivityService } from './user-activity.service.js';

@ApiTags('user-activity')
@Controller('user-activity')
export class UserActivityController {
  constructor(private readonly service: UserActivityService) {}

  @Get()
  @RequireRole('viewer', 'metrics:read')
  @Answers(userActivitySchema, 'What users did over a range, and who they were.')
  read(@Query({ schema: rangeQuerySchema }) query: RangeQuery): Promise<UserActivitySummary> {
    return this.service.read(query);
  }
}
