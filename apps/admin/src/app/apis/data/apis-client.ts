import { httpResource } from '@angular/common/http';
import { Service, type Signal } from '@angular/core';
import type { ApiDetail, ApiList } from '@scitex/monitoring-contracts';
import { type Feed, toFeed } from '../../shared/util-feed/feed';
import { scopeParams, type ScopeQuery } from '../../shared/util-scope/read-scope';
import type { ApiQuery } from './api-query';

/** The reads of external APIs. */
@Service()
export class ApisClient {
  list(query: Signal<ApiQuery>): Feed<ApiList> {
    return toFeed(httpResource<ApiList>(() => ({ url: 'api/apis', params: scopeParams(query()) })));
  }

  /** One API, with the same figures of the period before. */
  detail(query: Signal<ScopeQuery>, apiName: Signal<string>): Feed<ApiDetail> {
    const params = () => ({ ...scopeParams(query()), apiName: apiName(), compare: 'previous' });
    return toFeed(httpResource<ApiDetail>(() => ({ url: 'api/apis/detail', params: params() })));
  }
}
