/** prom-client: a histogram of durations by method, route and status, in a middleware. A flush is a scrape. */
import 'reflect-metadata';
import * as decorators from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NextFunction, Request, Response } from 'express';
import { collectDefaultMetrics, Histogram, register } from 'prom-client';
import { appModule } from '../../host/papers.ts';
import { serve } from '../../host/serve.ts';

collectDefaultMetrics();
const durations = new Histogram({
  name: 'http_request_duration_seconds',
  help: 'Duration of HTTP requests in seconds',
  labelNames: ['method', 'route', 'status_code'],
});

const app = await NestFactory.create(appModule(decorators), { logger: false });
app.use((request: Request, response: Response, next: NextFunction) => {
  const end = durations.startTimer();
  response.on('finish', () => {
    const route = (request.route as { path: string } | undefined)?.path ?? 'none';
    end({ method: request.method, route, status_code: response.statusCode });
  });
  next();
});

await serve(app, {
  flush: () => register.metrics(),
  recorded: async () => {
    const { values } = await durations.get();
    return values
      .filter(({ metricName }) => metricName?.endsWith('_count'))
      .reduce((sum, { value }) => sum + value, 0);
  },
});
