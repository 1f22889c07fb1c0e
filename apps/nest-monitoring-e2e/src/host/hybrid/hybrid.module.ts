import { BullModule } from '@nestjs/bullmq';
import { Module, type DynamicModule, type INestApplication } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { Transport } from '@nestjs/microservices';
import { WsAdapter } from '@nestjs/platform-ws';
import { ScheduleModule } from '@nestjs/schedule';
import type { AddressInfo, Server } from 'node:net';
import type { Monitoring } from '../monitoring/monitoring.js';
import { chatGateway } from './chat.gateway.js';
import { choresService } from './chores.service.js';
import { GraphqlDriver } from './graphql-driver.js';
import { JobsService } from './jobs.service.js';
import { papersResolver } from './papers.resolver.js';
import { processors, QUEUES } from './processors.js';
import { CONNECTION, PREFIX } from './redis.js';
import { RunsController } from './runs.controller.js';
import { sumsController } from './sums.controller.js';
import { UNMADE_PROVIDERS } from './unmade.resolver.js';

@Module({})
class HybridModule {}

/** Handlers of every transport but HTTP: GraphQL, WebSockets, TCP, queues and timers. */
export const hybridModule = (name: string, monitoring: Monitoring): DynamicModule => ({
  module: HybridModule,
  imports: [
    ...monitoring.imports(name),
    GraphQLModule.forRoot({ driver: GraphqlDriver, autoSchemaFile: true, path: '/graphql' }),
    ScheduleModule.forRoot(),
    BullModule.forRoot({ connection: CONNECTION, prefix: PREFIX }),
    BullModule.registerQueue(...QUEUES.map((queue) => ({ name: queue }))),
  ],
  controllers: [RunsController, sumsController(monitoring)],
  providers: [
    JobsService,
    papersResolver(monitoring),
    chatGateway(monitoring),
    choresService(monitoring),
    ...processors(monitoring),
    ...UNMADE_PROVIDERS,
  ],
});

/** Connects what else than HTTP it serves. */
export async function connectTransports(app: INestApplication): Promise<void> {
  app.useWebSocketAdapter(new WsAdapter(app));
  const options = { host: '127.0.0.1', port: 0 };
  const microservice = app.connectMicroservice({ transport: Transport.TCP, options });
  await app.startAllMicroservices();
  const { port } = microservice.unwrap<Server>().address() as AddressInfo;
  app.get(RunsController).microservicePort = port;
}
