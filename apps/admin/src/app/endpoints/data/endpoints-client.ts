import { httpResource } from '@angular/common/http';
import { Service, type Signal } from '@angular/core';
import type { EndpointList } from '@scitex/monitoring-contracts';
import { type Feed, toFeed } from '../../shared/util-feed/feed';
import { scopeParams } from '../../shared/util-scope/read-scope';
import type { EndpointQuery } from './endpoint-query';

/** The reads of endpoints. */
@Service()
export class EndpointsClient {
  list(query: Signal<EndpointQuery>): Feed<EndpointList> {
    return toFeed(httpResource<EndpointList>(() => ({ url: 'api/endpoints', params: scopeParams(query()) })));
  }
}
