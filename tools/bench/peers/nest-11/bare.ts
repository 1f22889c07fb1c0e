/** The app of the bench as it is, on the Nest of this folder: `node bare.ts <port>`. */
import 'reflect-metadata';
import * as decorators from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { appModule } from '../../host/papers.ts';
import { serve } from '../../host/serve.ts';

await serve(await NestFactory.create(appModule(decorators), { logger: false }));
