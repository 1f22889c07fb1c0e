import { Module } from '@nestjs/common';
import { ScholarClient } from '../scholar/scholar.client.js';
import { ScholarServer } from '../scholar/scholar.server.js';
import { PapersController } from './papers.controller.js';
import { PapersService } from './papers.service.js';

@Module({ controllers: [PapersController], providers: [PapersService, ScholarClient, ScholarServer] })
export class PapersModule {}
