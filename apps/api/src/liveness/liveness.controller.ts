import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../access/policy.js';
import { LivenessService } from './liveness.service.js';

/** The server's own state, for orchestrators; the monitored applications' is `GET health`. */
@ApiTags('liveness')
@Controller()
@Public()
export class LivenessController {
  constructor(private readonly service: LivenessService) {}

  /** The process runs. */
  @Get('healthz')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** The process runs and its store answers: 503 otherwise. */
  @Get('readyz')
  ready(): Promise<{ status: 'ready' }> {
    return this.service.ready();
  }
}
