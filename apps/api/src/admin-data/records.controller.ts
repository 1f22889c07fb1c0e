import { Controller, Get, Param, Query, type Type } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  idOf,
  recordHistogramQueryOf,
  recordHistogramSchema,
  recordListOf,
  recordListQueryOf,
  recordOf,
  type RecordHistogram,
  type RecordHistogramQuery,
  type RecordList,
  type RecordListQuery,
  type RecordModel,
  type RecordRow,
} from '@scitex/monitoring-contracts';
import { z } from 'zod';
import { RequireRole } from '../access/policy.js';
import { Answers } from '../openapi/answers.js';
import { RecordsService } from './records.service.js';

const idSchema = z.object({ id: idOf('a row') });

/** The routes of one model, made from its description. */
export function recordsController(model: RecordModel): Type {
  const querySchema = recordListQueryOf(model);
  const histogramSchema = recordHistogramQueryOf(model);

  @ApiTags('admin data')
  @Controller(`admin/${model.path}`)
  @RequireRole('viewer', model.scope)
  class RecordsController {
    constructor(private readonly service: RecordsService) {}

    @Get()
    @Answers(recordListOf(model), `${model.label} of a range, narrowed by any column.`)
    list(@Query({ schema: querySchema }) query: RecordListQuery): Promise<RecordList> {
      return this.service.list(model, query);
    }

    @Get('histogram')
    @Answers(recordHistogramSchema, `How many ${model.label} there are over time, narrowed as their list.`)
    histogram(@Query({ schema: histogramSchema }) query: RecordHistogramQuery): Promise<RecordHistogram> {
      return this.service.histogram(model, query);
    }

    @Get(':id')
    @Answers(recordOf(model), `One row of ${model.label}.`)
    read(@Param({ schema: idSchema }) { id }: { id: string }): Promise<RecordRow> {
      return this.service.read(model, id);
    }
  }
  return RecordsController;
}
