import { Module } from '@nestjs/common';
import { DeploysController } from './deploys.controller.js';
import { DeploysService } from './deploys.service.js';

@Module({ controllers: [DeploysController], providers: [DeploysService] })
export class DeploysModule {}
