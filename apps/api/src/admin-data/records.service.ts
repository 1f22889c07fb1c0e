import { Injectable } from '@nestjs/common';
import {
  conditionsOf,
  type RecordList,
  type RecordListQuery,
  type RecordModel,
  type RecordRow,
} from '@scitex/monitoring-contracts';
import { listRecords, readRecord } from '@scitex/monitoring-storage';
import { DataSource } from 'typeorm';
import { ProblemException } from '../problem/problem.exception.js';
import { refuseCursor } from '../problem/refuse-cursor.js';
import { resolveSpan } from '../range/resolve-range.js';

@Injectable()
export class RecordsService {
  constructor(private readonly dataSource: DataSource) {}

  list(model: RecordModel, query: RecordListQuery): Promise<RecordList> {
    const { q, sort, order, pageSize, cursor } = query;
    const conditions = conditionsOf(model, query);
    const narrowing = { ...resolveSpan(query), conditions, q };
    return listRecords(this.dataSource, model, { ...narrowing, sort, order, pageSize, cursor }).catch(
      refuseCursor,
    );
  }

  async read(model: RecordModel, id: string): Promise<RecordRow> {
    const row = await readRecord(this.dataSource, model, id);
    if (!row) throw new ProblemException(404, `There is no row with this id in ${model.label}.`);
    return row;
  }
}
