// A host as a process of its own, which ends as its arguments say; the built module, as an app would have it.
import 'reflect-metadata';
import { setImmediate, setTimeout } from 'node:timers';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { MonitoringModule, MonitoringService } from '@scitex/nest-monitoring';

const [failure, handling] = process.argv.slice(2);

const HANDLINGS = {
  none: () => undefined,
  exits: () => process.on('uncaughtException', () => process.exit(7)),
  'exits later': () => process.on('uncaughtException', () => setTimeout(() => process.exit(8), 20)),
  'lives on': () => process.on('uncaughtException', (error) => console.error(`host: ${error}`)),
  'hears rejections': () => process.on('unhandledRejection', (reason) => console.error(`host: ${reason}`)),
  'throws rejections': () =>
    process.on('unhandledRejection', (reason) => {
      throw reason;
    }),
  'exits at rejections': () => process.on('unhandledRejection', () => process.exit(9)),
  'throws at exit': () =>
    process.on('exit', () => {
      throw new Error('thrown at exit');
    }),
};

const FAILURES = {
  throw: () => {
    throw new TypeError('nobody caught this');
  },
  reject: () => void Promise.reject(new TypeError('nobody caught this')),
  'reject with text': () => void Promise.reject('nobody caught this'),
  'throw null': () => {
    throw null;
  },
  'exit code': () => process.exit(3),
};

const url = process.env.MONITORING_DATABASE_URL;
const transport = { kind: 'postgres', url };
const monitoring = MonitoringModule.forRoot({
  serviceName: 'crashing',
  environment: 'test',
  enabled: Boolean(url),
  transport,
});
class AppModule {}
Module({ imports: [monitoring] })(AppModule);

const app = await NestFactory.createApplicationContext(AppModule, { logger: false });
HANDLINGS[handling]();
// Whatever is left to do, for a process that lives on.
setTimeout(async () => {
  await app.get(MonitoringService).flush();
  await app.close();
}, 200);
setImmediate(FAILURES[failure]);
