import { Module } from '@nestjs/common';
import { CollectorsController } from './collectors.controller.js';
import { CollectorsService } from './collectors.service.js';

@Module({ controllers: [CollectorsController], providers: [CollectorsService] })
export class CollectorsModule {}
