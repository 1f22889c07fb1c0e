import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  endpointDetailQuerySchema,
  endpointDetailSchema,
  endpointListQuerySchema,
  endpointListSchema,
  type EndpointDetail,
  type EndpointDetailQuery,
  type EndpointList,
  type EndpointListQuery,
} from '@scitex/monitoring-contracts';
import { RequireRole } from '../access/policy.js';
import { Answers } from '../openapi/answers.js';
import { EndpointDetailService } from './endpoint-detail.service.js';
import { EndpointsService } from './endpoints.service.js';

@ApiTags('endpoints')
@Controller('endpoints')
export class EndpointsController {
  constructor(
    private readonly service: EndpointsService,
    private readonly details: EndpointDetailService,
  ) {}

  @Get()
  @RequireRole('viewer', 'metrics:read')
  @Answers(
    endpointListSchema,
    'Every route over a range, beside the period before: the 500 busiest that match.',
  )
  list(@Query({ schema: endpointListQuerySchema }) query: EndpointListQuery): Promise<EndpointList> {
    return this.service.list(query);
  }

  @Get('detail')
  @RequireRole('viewer', 'metrics:read')
  @Answers(
    endpointDetailSchema,
    'One route: its slowest requests, its users beside the period before, and its releases, 20 of each.',
  )
  detail(@Query({ schema: endpointDetailQuerySchema }) query: EndpointDetailQuery): Promise<EndpointDetail> {
    return this.details.read(query);
  }
}
