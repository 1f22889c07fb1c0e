import { Module } from '@nestjs/common';
import { RECORD_MODELS } from '@scitex/monitoring-contracts';
import { recordsController } from './records.controller.js';
import { RecordsService } from './records.service.js';

@Module({ controllers: RECORD_MODELS.map(recordsController), providers: [RecordsService] })
export class AdminDataModule {}
