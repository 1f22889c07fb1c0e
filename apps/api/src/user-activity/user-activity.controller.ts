import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  activityHoursQuerySchema,
  activityHoursSchema,
  activityWeeksQuerySchema,
  activityWeeksSchema,
  comparedQuerySchema,
  featureListQuerySchema,
  featureListSchema,
  userActivitySchema,
  type ActivityHours,
  type ActivityHoursQuery,
  type ActivityWeeks,
  type ActivityWeeksQuery,
  type ComparedQuery,
  type FeatureList,
  type FeatureListQuery,
  type UserActivitySummary,
} from '@scitex/monitoring-contracts';
import { RequireRole } from '../access/policy.js';
import { Answers } from '../openapi/answers.js';
import { FeaturesService } from './features.service.js';
import { RhythmService } from './rhythm.service.js';
import { UserActivityService } from './user-activity.service.js';

@ApiTags('user-activity')
@Controller('user-activity')
@RequireRole('viewer', 'metrics:read')
export class UserActivityController {
  constructor(
    private readonly service: UserActivityService,
    private readonly features: FeaturesService,
    private readonly rhythm: RhythmService,
  ) {}

  @Get()
  @Answers(userActivitySchema, 'What users did over a range, and who they were.')
  read(@Query({ schema: comparedQuerySchema }) query: ComparedQuery): Promise<UserActivitySummary> {
    return this.service.read(query);
  }

  @Get('features')
  @Answers(featureListSchema, 'How much the features were used, beside the period before: the 200 most used.')
  listFeatures(@Query({ schema: featureListQuerySchema }) query: FeatureListQuery): Promise<FeatureList> {
    return this.features.list(query);
  }

  @Get('hours')
  @Answers(activityHoursSchema, 'What users did in which hour of the week, by the clocks of a time zone.')
  readHours(@Query({ schema: activityHoursQuerySchema }) query: ActivityHoursQuery): Promise<ActivityHours> {
    return this.rhythm.hours(query);
  }

  @Get('weeks')
  @Answers(activityWeeksSchema, 'What users did week by week, up to now: eight weeks, or what is retained.')
  readWeeks(@Query({ schema: activityWeeksQuerySchema }) query: ActivityWeeksQuery): Promise<ActivityWeeks> {
    return this.rhythm.weeks(query);
  }
}
