import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Service, type Signal } from '@angular/core';
import type { RecordHistogram, RecordList, RecordModel, RecordRow } from '@scitex/monitoring-contracts';
import { type Feed, toFeed } from '../../shared/util-feed/feed';
import { type Paged, toPaged } from '../../shared/util-feed/paged';
import { toParams } from '../../shared/util-http/query';
import type { RecordQuery } from './record-query';

const PAGE_SIZE = 50;

/** The reads of raw rows. */
@Service()
export class RecordsClient {
  private readonly http = inject(HttpClient);

  list(model: Signal<RecordModel>, query: Signal<RecordQuery>): Paged<RecordList> {
    const request = () => {
      const { range, filters, ...rest } = query();
      return {
        url: `api/admin/${model().path}`,
        params: { ...toParams({ ...range, ...rest, pageSize: PAGE_SIZE }), ...filters },
      };
    };
    return toPaged(toFeed(httpResource<RecordList>(request)), this.http, request);
  }

  /** How many rows of the list there are over time. */
  histogram(model: Signal<RecordModel>, query: Signal<RecordQuery>): Feed<RecordHistogram> {
    return toFeed(
      httpResource<RecordHistogram>(() => {
        const { range, filters, q } = query();
        return {
          url: `api/admin/${model().path}/histogram`,
          params: { ...toParams({ ...range, q }), ...filters },
        };
      }),
    );
  }

  row(model: Signal<RecordModel>, id: Signal<string>): Feed<RecordRow> {
    return toFeed(httpResource<RecordRow>(() => `api/admin/${model().path}/${encodeURIComponent(id())}`));
  }
}
