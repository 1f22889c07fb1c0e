import { Module } from '@nestjs/common';
import { EndpointDetailService } from './endpoint-detail.service.js';
import { EndpointsController } from './endpoints.controller.js';
import { EndpointsService } from './endpoints.service.js';

@Module({ controllers: [EndpointsController], providers: [EndpointsService, EndpointDetailService] })
export class EndpointsModule {}
