import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  apiDetailQuerySchema,
  apiDetailSchema,
  apiListQuerySchema,
  apiListSchema,
  type ApiDetail,
  type ApiDetailQuery,
  type ApiList,
  type ApiListQuery,
} from '@scitex/monitoring-contracts';
import { RequireRole } from '../access/policy.js';
import { Answers } from '../openapi/answers.js';
import { ApiDetailService } from './api-detail.service.js';
import { ApisService } from './apis.service.js';

@ApiTags('apis')
@Controller('apis')
export class ApisController {
  constructor(
    private readonly apis: ApisService,
    private readonly details: ApiDetailService,
  ) {}

  @Get()
  @RequireRole('viewer', 'metrics:read')
  @Answers(
    apiListSchema,
    'Every external API that was called over a range, beside the period before: the 100 busiest.',
  )
  list(@Query({ schema: apiListQuerySchema }) query: ApiListQuery): Promise<ApiList> {
    return this.apis.list(query);
  }

  @Get('detail')
  @RequireRole('viewer', 'metrics:read')
  @Answers(
    apiDetailSchema,
    'One external API over a range: how its calls fared, why they failed and for whom, and its rate limit.',
  )
  detail(@Query({ schema: apiDetailQuerySchema }) query: ApiDetailQuery): Promise<ApiDetail> {
    return this.details.read(query);
  }
}
