import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  userActivitySchema,
  comparedQuerySchema,
  type UserActivitySummary,
  type ComparedQuery,
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
  read(@Query({ schema: comparedQuerySchema }) query: ComparedQuery): Promise<UserActivitySummary> {
    return this.service.read(query);
  }
}
