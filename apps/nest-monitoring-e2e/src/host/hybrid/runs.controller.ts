import { Controller, Get, Inject, Param } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { JobsService } from './jobs.service.js';
import type { QueueName } from './processors.js';

/** Begins what no client begins. The module leaves these requests out, so that nothing of them is a part of a trace. */
@Controller('runs')
export class RunsController {
  /** Where the host takes messages over TCP. */
  microservicePort = 0;

  constructor(
    @Inject(JobsService) private readonly jobs: JobsService,
    @Inject(SchedulerRegistry) private readonly schedule: SchedulerRegistry,
  ) {}

  @Get('microservice')
  tell() {
    return { port: this.microservicePort };
  }

  @Get('jobs/:queue/:name')
  async work(@Param('queue') queue: QueueName, @Param('name') name: string) {
    return { outcome: await this.jobs.work(queue, name) };
  }

  @Get('chores/:name')
  async fire(@Param('name') name: string) {
    await this.schedule.getCronJob(name).fireOnTick();
    return { fired: name };
  }
}
