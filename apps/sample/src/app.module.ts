import { type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { MonitoringModule } from '@scitex/nest-monitoring';
import { DocumentsModule } from './documents/documents.module.js';
import { identifyUser } from './identity/identify-user.js';
import { MeController } from './identity/me.controller.js';
import { PapersModule } from './papers/papers.module.js';
import { ProjectsModule } from './projects/projects.module.js';
import { ReportsModule } from './reports/reports.module.js';
import { readSettings } from './settings.js';
import { Traffic } from './traffic/traffic.js';

@Module({
  imports: [
    MonitoringModule.forRoot({
      serviceName: 'research-api',
      transport: { kind: 'postgres', url: readSettings(process.env).databaseUrl },
    }),
    PapersModule,
    DocumentsModule,
    ProjectsModule,
    ReportsModule,
  ],
  controllers: [MeController],
  providers: [Traffic],
})
export class AppModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(identifyUser).forRoutes('{*path}');
  }
}
