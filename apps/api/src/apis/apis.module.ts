import { Module } from '@nestjs/common';
import { ApiDetailService } from './api-detail.service.js';
import { ApisController } from './apis.controller.js';
import { ApisService } from './apis.service.js';

@Module({ controllers: [ApisController], providers: [ApiDetailService, ApisService] })
export class ApisModule {}
