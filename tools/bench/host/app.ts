/**
 * The host app of the bench, in a process of its own: `node app.ts <port> [store url]`. With a store it imports the
 * module, without one it does not. Decorators are applied by hand, since Node strips types but compiles nothing.
 */
import 'reflect-metadata';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { MonitoringModule, MonitoringService } from '@scitex/nest-monitoring';

class Papers {
  find() {
    return { id: 7, title: 'On the measurement of small things', authors: ['A. Author', 'B. Author'] };
  }

  fail() {
    throw new Error('The paper could not be read');
  }
}
Get('papers/:id')(Papers.prototype, 'find', Object.getOwnPropertyDescriptor(Papers.prototype, 'find') ?? {});
Get('papers/:id/broken')(
  Papers.prototype,
  'fail',
  Object.getOwnPropertyDescriptor(Papers.prototype, 'fail') ?? {},
);
Controller()(Papers);

class AppModule {}

const [port, storeUrl] = process.argv.slice(2);
const monitoring = storeUrl
  ? [MonitoringModule.forRoot({ serviceName: 'bench', transport: { kind: 'postgres', url: storeUrl } })]
  : [];
Module({ imports: monitoring, controllers: [Papers] })(AppModule);

const app = await NestFactory.create(AppModule, { logger: false });
app.enableShutdownHooks();

/** CPU that this process has used, in microseconds, with everything recorded so far stored. */
app.use('/cpu', async (_request: unknown, response: { end(text: string): void }) => {
  if (storeUrl) await app.get(MonitoringService).flush();
  const { user, system } = process.cpuUsage();
  response.end(String(user + system));
});
await app.listen(Number(port), '127.0.0.1');
