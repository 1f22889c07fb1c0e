import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  endpointListQuerySchema,
  endpointListSchema,
  type EndpointList,
  type EndpointListQuery,
} from '@scitex/monitoring-contracts';
import { RequireRole } from '../access/policy.js';
import { Answers } from '../openapi/answers.js';
import { EndpointsService } from './endpoints.service.js';

@ApiTags('endpoints')
@Controller('endpoints')
export class EndpointsController {
  constructor(private readonly service: EndpointsService) {}

  @Get()
  @RequireRole('viewer', 'metrics:read')
  @Answers(
    endpointListSchema,
    'Every route over a range, beside the period before: the 500 busiest that match.',
  )
  list(@Query({ schema: endpointListQuerySchema }) query: EndpointListQuery): Promise<EndpointList> {
    return this.service.list(query);
  }
}
