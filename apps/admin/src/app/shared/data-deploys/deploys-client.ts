import { httpResource } from '@angular/common/http';
import { Service, type Signal } from '@angular/core';
import type { Deploys } from '@scitex/monitoring-contracts';
import { type Feed, toFeed } from '../util-feed/feed';
import { toParams } from '../util-http/query';
import type { ScopeQuery } from '../util-scope/read-scope';

/**
 * The deploys that a page's charts are marked with: those of its app and environment. They are of no endpoint, and of all
 * releases: where another one began is what is asked.
 */
@Service()
export class DeploysClient {
  deploys(query: Signal<ScopeQuery>): Feed<Deploys> {
    return toFeed(
      httpResource<Deploys>(() => {
        const { range, app, environment } = query();
        return { url: 'api/deploys', params: toParams({ ...range, app, environment }) };
      }),
    );
  }
}
