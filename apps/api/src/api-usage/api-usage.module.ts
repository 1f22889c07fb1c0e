import { Module } from '@nestjs/common';
import { ApiUsageController } from './api-usage.controller.js';
import { ApiUsageService } from './api-usage.service.js';

@Module({ controllers: [ApiUsageController], providers: [ApiUsageService] })
export class ApiUsageModule {}
