/** The app of the bench as it is: `node bare.ts <port>`. */
import 'reflect-metadata';
import * as decorators from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { appModule } from './papers.ts';
import { serve } from './serve.ts';

await serve(await NestFactory.create(appModule(decorators), { logger: false }));
