/** The app of the bench with the module, everything recorded: `STORE_URL=… node monitored.ts <port>`. */
import 'reflect-metadata';
import * as decorators from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { MonitoringModule, MonitoringService } from '@scitex/nest-monitoring';
import { appModule } from './papers.ts';
import { serve } from './serve.ts';

const { STORE_URL = '' } = process.env;
const module = MonitoringModule.forRoot({
  serviceName: 'bench',
  transport: { kind: 'postgres', url: STORE_URL },
});
const app = await NestFactory.create(appModule(decorators, { imports: [module] }), { logger: false });
const monitoring = app.get(MonitoringService);

await serve(app, {
  flush: () => monitoring.flush(),
  // None at all when anything that was captured is not stored.
  recorded: async () => {
    await monitoring.flush();
    const { captured, stored, kinds } = monitoring.stats();
    return captured === stored ? kinds.metrics.stored : 0;
  },
});
