import { Module } from '@nestjs/common';
import { UserActivityController } from './user-activity.controller.js';
import { UserActivityService } from './user-activity.service.js';

@Module({ controllers: [UserActivityController], providers: [UserActivityService] })
export class UserActivityModule {}
