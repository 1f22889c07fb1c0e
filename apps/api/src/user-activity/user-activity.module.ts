import { Module } from '@nestjs/common';
import { FeaturesService } from './features.service.js';
import { OneUserController } from './one-user.controller.js';
import { OneUserService } from './one-user.service.js';
import { RhythmService } from './rhythm.service.js';
import { UserActivityController } from './user-activity.controller.js';
import { UserActivityService } from './user-activity.service.js';

@Module({
  controllers: [UserActivityController, OneUserController],
  providers: [FeaturesService, OneUserService, RhythmService, UserActivityService],
})
export class UserActivityModule {}
