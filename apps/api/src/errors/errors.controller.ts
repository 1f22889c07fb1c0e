import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  errorDetailSchema,
  errorListQuerySchema,
  errorListSchema,
  errorSummarySchema,
  idOf,
  occurrenceListQuerySchema,
  occurrenceListSchema,
  rangeQuerySchema,
  type ErrorDetail,
  type ErrorList,
  type ErrorListQuery,
  type ErrorSummary,
  type OccurrenceList,
  type OccurrenceListQuery,
  type RangeQuery,
} from '@scitex/monitoring-contracts';
import { z } from 'zod';
import { RequireRole } from '../access/policy.js';
import { Answers } from '../openapi/answers.js';
import { ErrorsService } from './errors.service.js';

const idSchema = z.object({ id: idOf('an error group') });

@ApiTags('errors')
@Controller('errors')
@RequireRole('viewer', 'errors:read')
export class ErrorsController {
  constructor(private readonly service: ErrorsService) {}

  @Get()
  @Answers(errorListSchema, 'Groups of like errors, with their figures in the range.')
  list(@Query({ schema: errorListQuerySchema }) query: ErrorListQuery): Promise<ErrorList> {
    return this.service.list(query);
  }

  @Get('summary')
  @Answers(errorSummarySchema, 'Occurrences over a range by severity, by type and by resolution.')
  summary(@Query({ schema: rangeQuerySchema }) query: RangeQuery): Promise<ErrorSummary> {
    return this.service.summary(query);
  }

  @Get(':id')
  @Answers(errorDetailSchema, 'One group over its whole life, why it groups, and its newest occurrence.')
  read(@Param({ schema: idSchema }) { id }: { id: string }): Promise<ErrorDetail> {
    return this.service.read(id);
  }

  @Get(':id/occurrences')
  @Answers(occurrenceListSchema, "A group's occurrences in the range, newest first.")
  occurrences(
    @Param({ schema: idSchema }) { id }: { id: string },
    @Query({ schema: occurrenceListQuerySchema }) query: OccurrenceListQuery,
  ): Promise<OccurrenceList> {
    return this.service.occurrences(id, query);
  }
}
