import { Injectable } from '@nestjs/common';
import type {
  ErrorDetail,
  ErrorList,
  ErrorListQuery,
  ErrorSummary,
  OccurrenceList,
  OccurrenceListQuery,
  RangeQuery,
} from '@scitex/monitoring-contracts';
import {
  listErrorGroups,
  listOccurrences,
  readErrorGroup,
  readErrorSummary,
} from '@scitex/monitoring-storage';
import { DataSource } from 'typeorm';
import { ProblemException } from '../problem/problem.exception.js';
import { refuseCursor } from '../problem/refuse-cursor.js';
import { resolveRange } from '../range/resolve-range.js';

@Injectable()
export class ErrorsService {
  constructor(private readonly dataSource: DataSource) {}

  async list(query: ErrorListQuery): Promise<ErrorList> {
    const { scope } = resolveRange(query);
    return listErrorGroups(this.dataSource, scope, query).catch(refuseCursor);
  }

  async summary(query: RangeQuery): Promise<ErrorSummary> {
    const { scope, range } = resolveRange(query);
    return { range, ...(await readErrorSummary(this.dataSource, scope, range.bucketSeconds)) };
  }

  async read(id: string): Promise<ErrorDetail> {
    const group = await readErrorGroup(this.dataSource, id);
    if (!group) throw new ProblemException(404, 'There is no error group with this id.');
    return group;
  }

  async occurrences(id: string, query: OccurrenceListQuery): Promise<OccurrenceList> {
    const { scope } = resolveRange(query);
    const list = await listOccurrences(this.dataSource, id, scope, query).catch(refuseCursor);
    if (list.total === 0) await this.read(id);
    return list;
  }
}
