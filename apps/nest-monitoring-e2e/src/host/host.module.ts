import { Module, type DynamicModule, type MiddlewareConsumer, type NestModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { activitiesController } from './activities/activities.controller.js';
import { IdentityGuard } from './activities/identity.guard.js';
import { AnswersController } from './answers/answers.controller.js';
import { StreamsController } from './answers/streams.controller.js';
import { UploadsController } from './answers/uploads.controller.js';
import { CallsController } from './calls/calls.controller.js';
import { ExceptionsController } from './failures/exceptions.controller.js';
import { FailuresController } from './failures/failures.controller.js';
import { FilteredController } from './failures/filtered.controller.js';
import { AsyncMiddleware, CallingBackMiddleware, ThrowingMiddleware } from './failures/middleware.js';
import { ScopedModule } from './failures/scoped.module.js';
import { ThrownController } from './failures/thrown.controller.js';
import type { Monitoring } from './monitoring/monitoring.js';
import { PlacesModule } from './places/places.module.js';

@Module({
  imports: [PlacesModule, ScopedModule],
  controllers: [
    AnswersController,
    StreamsController,
    UploadsController,
    CallsController,
    ExceptionsController,
    FailuresController,
    FilteredController,
    ThrownController,
  ],
  providers: [{ provide: APP_GUARD, useClass: IdentityGuard }],
})
class HostModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(ThrowingMiddleware).forRoutes('failures/middleware');
    consumer.apply(AsyncMiddleware).forRoutes('failures/async-middleware');
    consumer.apply(CallingBackMiddleware).forRoutes('failures/calling-back-middleware');
  }
}

/** One handler for each way in which a request can end. */
export const hostModule = (name: string, monitoring: Monitoring): DynamicModule => ({
  module: HostModule,
  imports: monitoring.imports(name),
  controllers: [activitiesController(monitoring)],
});
