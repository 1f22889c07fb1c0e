import { httpResource } from '@angular/common/http';
import { Service, type Signal } from '@angular/core';
import type { EndpointDetail, ErrorList, Performance } from '@scitex/monitoring-contracts';
import { type Feed, toFeed } from '../../shared/util-feed/feed';
import { scopeParams, type ScopeQuery } from '../../shared/util-scope/read-scope';
import type { RouteQuery } from './endpoint-query';

const MOST_ERRORS = 10;

/** The reads of one route: nothing is asked while the query names none. */
@Service()
export class RouteClient {
  performance(query: Signal<ScopeQuery>): Feed<Performance> {
    return this.ofRoute('api/performance', query, { compare: 'previous' });
  }

  detail(query: Signal<RouteQuery>): Feed<EndpointDetail> {
    return this.ofRoute('api/endpoints/detail', query);
  }

  errors(query: Signal<ScopeQuery>): Feed<ErrorList> {
    return this.ofRoute('api/errors', query, { sort: 'count', pageSize: MOST_ERRORS });
  }

  private ofRoute<T>(
    url: string,
    query: Signal<ScopeQuery>,
    further: Readonly<Record<string, string | number>> = {},
  ): Feed<T> {
    return toFeed(
      httpResource<T>(() =>
        query().endpoint === undefined ? undefined : { url, params: { ...scopeParams(query()), ...further } },
      ),
    );
  }
}
