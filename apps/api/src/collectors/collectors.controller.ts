import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  collectorsQuerySchema,
  collectorsSchema,
  type Collectors,
  type CollectorsQuery,
} from '@scitex/monitoring-contracts';
import { RequireRole } from '../access/policy.js';
import { Answers } from '../openapi/answers.js';
import { CollectorsService } from './collectors.service.js';

@ApiTags('collectors')
@Controller('collectors')
export class CollectorsController {
  constructor(private readonly service: CollectorsService) {}

  @Get()
  @RequireRole('viewer', 'metrics:read')
  @Answers(
    collectorsSchema,
    'What the processes that capture last said of themselves: what they captured, stored and dropped, and what ' +
      'that costs them. Of those that reported within the last `hours` (24); counts are since each started. And what ' +
      'the store refused in these hours, by reason, each with its last example.',
  )
  read(@Query({ schema: collectorsQuerySchema }) query: CollectorsQuery): Promise<Collectors> {
    return this.service.read(query);
  }
}
