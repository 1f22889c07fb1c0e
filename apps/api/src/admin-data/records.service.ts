import { Injectable } from '@nestjs/common';
import {
  bucketSecondsFor,
  conditionsOf,
  type RecordHistogram,
  type RecordHistogramQuery,
  type RecordList,
  type RecordListQuery,
  type RecordModel,
  type RecordRow,
} from '@scitex/monitoring-contracts';
import { countByTime, listRecords, readRecord, readSnapshot } from '@scitex/monitoring-storage';
import { DataSource } from 'typeorm';
import { ProblemException } from '../problem/problem.exception.js';
import { refuseCursor } from '../problem/refuse-cursor.js';
import { SharedReads } from '../range/shared-reads.js';
import { resolveSpan } from '../range/resolve-range.js';

/** Enough to see when, and few enough to read each part on its own. */
const HISTOGRAM_POINTS = 100;

@Injectable()
export class RecordsService {
  private readonly histograms = new SharedReads<RecordHistogram>(() => readSnapshot(this.dataSource));

  constructor(private readonly dataSource: DataSource) {}

  list(model: RecordModel, query: RecordListQuery): Promise<RecordList> {
    const { q, sort, order, pageSize, cursor } = query;
    const conditions = conditionsOf(model, query);
    const narrowing = { ...resolveSpan(query), conditions, q };
    return listRecords(this.dataSource, model, { ...narrowing, sort, order, pageSize, cursor }).catch(
      refuseCursor,
    );
  }

  histogram(model: RecordModel, query: RecordHistogramQuery): Promise<RecordHistogram> {
    return this.histograms.run([model.path, query], () => this.histogramNow(model, query));
  }

  private async histogramNow(model: RecordModel, query: RecordHistogramQuery): Promise<RecordHistogram> {
    const span = resolveSpan(query);
    const bucketSeconds = bucketSecondsFor(span.to.getTime() - span.from.getTime(), HISTOGRAM_POINTS);
    const narrowing = { ...span, conditions: conditionsOf(model, query), q: query.q };
    return {
      range: { from: span.from.toISOString(), to: span.to.toISOString(), bucketSeconds },
      points: await countByTime(this.dataSource, model, narrowing, bucketSeconds),
    };
  }

  async read(model: RecordModel, id: string): Promise<RecordRow> {
    const row = await readRecord(this.dataSource, model, id);
    if (!row) throw new ProblemException(404, `There is no row with this id in ${model.label}.`);
    return row;
  }
}
