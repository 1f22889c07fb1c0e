import { Module } from '@nestjs/common';
import { ErrorsController } from './errors.controller.js';
import { ErrorsService } from './errors.service.js';

@Module({ controllers: [ErrorsController], providers: [ErrorsService] })
export class ErrorsModule {}
