/** OpenTelemetry's instrumentations of http and of Nest: nothing in the app itself. */
import 'reflect-metadata';
import * as decorators from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { appModule } from '../../host/papers.ts';
import { serve } from '../../host/serve.ts';
import { flush } from './opentelemetry.instrument.ts';

await serve(await NestFactory.create(appModule(decorators), { logger: false }), { flush });
