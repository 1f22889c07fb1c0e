import { httpResource } from '@angular/common/http';
import { Service, type Signal } from '@angular/core';
import type { Deploys } from '@scitex/monitoring-contracts';
import { type Feed, toFeed } from '../util-feed/feed';
import { toParams } from '../util-http/query';
import type { Range } from '../util-range/range';

/** What a page looks at, as far as deploys have it: they are of no endpoint. */
export interface DeploysQuery {
  readonly range: Range;
  readonly app?: string | undefined;
  readonly environment?: string | undefined;
}

/** The deploys that a page's charts are marked with. Those of all releases: where another one began is what is asked. */
@Service()
export class DeploysClient {
  deploys(query: Signal<DeploysQuery>): Feed<Deploys> {
    return toFeed(
      httpResource<Deploys>(() => {
        const { range, app, environment } = query();
        return { url: 'api/deploys', params: toParams({ ...range, app, environment }) };
      }),
    );
  }
}
