import { HttpClient, httpResource } from '@angular/common/http';
import { computed, inject, Service, type Signal } from '@angular/core';
import {
  type ActivityHours,
  type ActivityWeeks,
  type FeatureList,
  isTimeZone,
  type UserActivitySummary,
  type UserSummary,
  type UserTimeline,
} from '@scitex/monitoring-contracts';
import { type Feed, toFeed } from '../../shared/util-feed/feed';
import { type Paged, toPaged } from '../../shared/util-feed/paged';
import { toParams } from '../../shared/util-http/query';
import type { Filters } from '../../shared/util-scope/filters';
import { scopeParams, type ScopeQuery } from '../../shared/util-scope/read-scope';
import type { FeatureQuery } from './feature-query';
import type { TimelineQuery, UserQuery } from './user-query';

const PAGE_SIZE = 50;

/** The reads of what users do. */
@Service()
export class ActivityClient {
  private readonly http = inject(HttpClient);

  /** With the same figures of the period before. */
  summary(query: Signal<ScopeQuery>): Feed<UserActivitySummary> {
    return this.read('api/user-activity', () => ({ ...scopeParams(query()), compare: 'previous' }));
  }

  features(query: Signal<FeatureQuery>): Feed<FeatureList> {
    return this.read('api/user-activity/features', () => scopeParams(query()));
  }

  /** By the reader's clock. */
  hours(query: Signal<ScopeQuery>): Feed<ActivityHours> {
    return this.read('api/user-activity/hours', () => ({ ...scopeParams(query()), timeZone: ownTimeZone() }));
  }

  /** Of the last weeks, whatever range the page shows: another range is no reason to ask again. */
  weeks(filters: Signal<Filters>): Feed<ActivityWeeks> {
    const params = computed(() => toParams({ ...filters() }), {
      equal: (one, other) => JSON.stringify(one) === JSON.stringify(other),
    });
    return this.read('api/user-activity/weeks', params);
  }

  user(query: Signal<UserQuery>): Feed<UserSummary> {
    return toFeed(
      httpResource<UserSummary>(() => {
        const params = scopeParams(query());
        return query().userId === undefined ? undefined : { url: 'api/user-activity/user', params };
      }),
    );
  }

  timeline(query: Signal<TimelineQuery>): Paged<UserTimeline> {
    const request = () => ({
      url: 'api/user-activity/timeline',
      params: { ...scopeParams(query()), pageSize: PAGE_SIZE },
    });
    const first = httpResource<UserTimeline>(() => (query().userId === undefined ? undefined : request()));
    return toPaged(toFeed(first), this.http, request);
  }

  private read<T>(url: string, params: () => Record<string, string | number>): Feed<T> {
    return toFeed(httpResource<T>(() => ({ url, params: params() })));
  }
}

/** A browser may name its zone as no server does: an abbreviation, say. */
function ownTimeZone(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return isTimeZone(timeZone) ? timeZone : 'UTC';
}
