import { Module } from '@nestjs/common';
import { LivenessController } from './liveness.controller.js';
import { LivenessService } from './liveness.service.js';

@Module({ controllers: [LivenessController], providers: [LivenessService] })
export class LivenessModule {}
