import { httpResource } from '@angular/common/http';
import { Service, type Signal } from '@angular/core';
import type {
  ApiUsage,
  Collectors,
  ErrorDetail,
  ErrorList,
  Health,
  Performance,
  UserActivitySummary,
} from '@scitex/monitoring-contracts';
import { type Feed, toFeed } from '../../shared/util-feed/feed';
import { toParams } from '../../shared/util-http/query';
import { scopeParams, type ScopeQuery } from '../../shared/util-scope/read-scope';

const RECENT_ERRORS = 6;

/** The reads of the dashboard. */
@Service()
export class DashboardClient {
  /** Judged over the last hour, as the gate `GET health` does by default, whatever range the page shows. */
  health(query: Signal<ScopeQuery>): Feed<Health> {
    return toFeed(
      httpResource<Health>(() => {
        const { app, environment } = query();
        return { url: 'api/health', params: toParams({ failOn: 'never', app, environment }) };
      }),
    );
  }

  performance(query: Signal<ScopeQuery>): Feed<Performance> {
    return this.compared('api/performance', query);
  }

  apiUsage(query: Signal<ScopeQuery>): Feed<ApiUsage> {
    return this.compared('api/api-usage', query);
  }

  userActivity(query: Signal<ScopeQuery>): Feed<UserActivitySummary> {
    return this.compared('api/user-activity', query);
  }

  recentErrors(query: Signal<ScopeQuery>): Feed<ErrorList> {
    return toFeed(
      httpResource<ErrorList>(() => ({
        url: 'api/errors',
        params: { ...scopeParams(query()), pageSize: RECENT_ERRORS },
      })),
    );
  }

  /** Of the last day, as a monitor that has stopped needs to be seen in the last hour too. */
  collectors(query: Signal<ScopeQuery>): Feed<Collectors> {
    return toFeed(
      httpResource<Collectors>(() => {
        const { app, environment } = query();
        return { url: 'api/collectors', params: toParams({ app, environment }) };
      }),
    );
  }

  error(id: Signal<string>): Feed<ErrorDetail> {
    return toFeed(httpResource<ErrorDetail>(() => `api/errors/${encodeURIComponent(id())}`));
  }

  /** With the same figures of the period before. */
  private compared<T>(url: string, query: Signal<ScopeQuery>): Feed<T> {
    const params = () => ({ ...scopeParams(query()), compare: 'previous' });
    return toFeed(httpResource<T>(() => ({ url, params: params() })));
  }
}
