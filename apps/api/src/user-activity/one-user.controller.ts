import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  userQuerySchema,
  userSummarySchema,
  userTimelineQuerySchema,
  userTimelineSchema,
  type UserQuery,
  type UserSummary,
  type UserTimeline,
  type UserTimelineQuery,
} from '@scitex/monitoring-contracts';
import { RequireRole } from '../access/policy.js';
import { Answers } from '../openapi/answers.js';
import { OneUserService } from './one-user.service.js';

/** A user's id is any text: it is a parameter, as no path holds every text. */
@ApiTags('user-activity')
@Controller('user-activity')
export class OneUserController {
  constructor(private readonly service: OneUserService) {}

  @Get('user')
  @RequireRole('viewer', 'metrics:read')
  @Answers(userSummarySchema, 'How much one user did over a range.')
  read(@Query({ schema: userQuerySchema }) query: UserQuery): Promise<UserSummary> {
    return this.service.read(query);
  }

  // No token opens it, as no scope covers both: it has metrics, and errors with their messages.
  @Get('timeline')
  @RequireRole('viewer')
  @Answers(userTimelineSchema, "A user's requests, activities and errors together, newest first.")
  timeline(@Query({ schema: userTimelineQuerySchema }) query: UserTimelineQuery): Promise<UserTimeline> {
    return this.service.timeline(query);
  }
}
