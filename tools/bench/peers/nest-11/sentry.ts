/** @sentry/nestjs as its README sets it up in an app without a catch-all filter of its own. */
import 'reflect-metadata';
import * as decorators from '@nestjs/common';
import { APP_FILTER, NestFactory } from '@nestjs/core';
import { flush } from '@sentry/nestjs';
import { SentryGlobalFilter, SentryModule } from '@sentry/nestjs/setup';
import { appModule } from '../../host/papers.ts';
import { serve } from '../../host/serve.ts';

const AppModule = appModule(decorators, {
  imports: [SentryModule.forRoot()],
  providers: [{ provide: APP_FILTER, useClass: SentryGlobalFilter }],
});

await serve(await NestFactory.create(AppModule, { logger: false }), { flush: () => flush() });
