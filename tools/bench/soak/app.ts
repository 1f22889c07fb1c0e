/**
 * The host of the long runs, in a process of its own: `node --expose-gc app.ts <name> <port> <store url> <spool>`.
 * Decorators are applied by hand, since Node strips types but compiles nothing.
 */
import 'reflect-metadata';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DEFAULT_EXCLUDES, MonitoringModule, MonitoringService } from '@scitex/nest-monitoring';
import { readGauges, watchPeak } from './gauges.ts';

class Papers {
  find() {
    return { id: 7, title: 'On the measurement of small things', authors: ['A. Author', 'B. Author'] };
  }

  fail() {
    throw new Error('The paper could not be read');
  }
}
for (const [route, method] of [
  ['papers/:id', 'find'],
  ['papers/:id/broken', 'fail'],
] as const)
  Get(route)(Papers.prototype, method, Object.getOwnPropertyDescriptor(Papers.prototype, method) ?? {});
Controller()(Papers);

class AppModule {}

const [serviceName = '', port, url, directory = ''] = process.argv.slice(2);
const monitoring = MonitoringModule.forRoot({
  serviceName,
  transport: { kind: 'postgres', url },
  spool: { directory },
  exclude: [...DEFAULT_EXCLUDES, '/gauges', '/spooled', '/flush'],
  user: ({ headers }) => (typeof headers['x-user'] === 'string' ? headers['x-user'] : null),
});
Module({ imports: [monitoring], controllers: [Papers] })(AppModule);

const app = await NestFactory.create(AppModule, { logger: ['warn', 'error', 'fatal'] });
app.enableShutdownHooks();

interface Answer {
  end(text: string): void;
}
const service = app.get(MonitoringService);
app.use('/gauges', (_: unknown, answer: Answer) => answer.end(JSON.stringify(readGauges(service))));
app.use('/spooled', (_: unknown, answer: Answer) => answer.end(String(service.stats().spooled)));
app.use('/flush', async (_: unknown, answer: Answer) => answer.end(String(await service.flush())));
watchPeak();
await app.listen(Number(port), '127.0.0.1');
