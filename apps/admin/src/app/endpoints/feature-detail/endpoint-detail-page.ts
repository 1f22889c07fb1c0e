import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { DeploysClient } from '../../shared/data-deploys/deploys-client';
import type { TimeSpan } from '../../shared/ui/chart/time-series';
import { Icon } from '../../shared/ui/icon/icon';
import { EmptyNote } from '../../shared/ui/notes/empty-note';
import { OutageNote } from '../../shared/ui/notes/outage-note';
import { PageHead } from '../../shared/ui/page-head/page-head';
import { Panel } from '../../shared/ui/panel/panel';
import { ResponseTimeChart } from '../../shared/ui/response-time/response-time-chart';
import { StatusCodesChart } from '../../shared/ui/status-codes/status-codes-chart';
import { injectAddress } from '../../shared/util-browser/address';
import { toMarks } from '../../shared/util-deploys/to-marks';
import { injectOpen } from '../../shared/util-drill-down/open';
import {
  errorGroups,
  requestRows,
  routeDashboard,
  routeList,
} from '../../shared/util-drill-down/rows-behind';
import { formatDateTime } from '../../shared/util-format/format';
import { injectScope } from '../../shared/util-scope/scope';
import { type RouteQuery, toUserSort, unreadableUserSort } from '../data/endpoint-query';
import { RouteClient } from '../data/route-client';
import { RouteErrors } from '../ui/route-errors';
import { RouteReleases } from '../ui/route-releases';
import { RouteUsers } from '../ui/route-users';
import { SlowRequests } from '../ui/slow-requests';
import { ThroughputChart } from '../ui/throughput-chart';
import { RouteFigures } from './route-figures';
import { countWords, slowerWords } from './words';

/** One route: whether it became slower, when, since which release, and for whom. */
@Component({
  selector: 'sm-endpoint-detail-page',
  imports: [
    EmptyNote,
    Icon,
    OutageNote,
    PageHead,
    Panel,
    ResponseTimeChart,
    RouteErrors,
    RouteFigures,
    RouteReleases,
    RouterLink,
    RouteUsers,
    SlowRequests,
    StatusCodesChart,
    ThroughputChart,
  ],
  templateUrl: './endpoint-detail-page.html',
  styleUrl: './endpoint-detail-page.css',
})
export class EndpointDetailPage {
  readonly userSort = input(toUserSort(undefined), { transform: toUserSort });

  protected readonly ask = injectAddress();
  private readonly open = injectOpen();
  private readonly client = inject(RouteClient);
  protected readonly scope = injectScope(unreadableUserSort);
  private readonly query = computed<RouteQuery>(() => ({ ...this.scope.query(), userSort: this.userSort() }));

  protected readonly performance = this.client.performance(this.scope.query);
  protected readonly detail = this.client.detail(this.query);
  protected readonly errors = this.client.errors(this.scope.query);
  private readonly deploys = inject(DeploysClient).deploys(this.scope.query);
  protected readonly feeds = [this.performance, this.detail, this.errors, this.deploys];

  /** The route, where the address names one. */
  protected readonly name = computed(() => {
    const { endpoint, method } = this.scope.filters();
    return endpoint && [method, endpoint].filter(Boolean).join(' ');
  });
  protected readonly marks = computed(() => toMarks(this.deploys.value()?.deploys ?? []));
  protected readonly list = computed(() => routeList(this.scope.params()));
  protected readonly dashboard = computed(() => routeDashboard(this.scope.params(), {}));
  protected readonly allErrors = computed(() => errorGroups(this.scope.params()));

  protected readonly usersNote = computed(() => {
    const users = this.detail.value()?.users;
    return users && [slowerWords(users.items), countWords(users, 'user')].filter(Boolean).join(' · ');
  });
  protected readonly releasesNote = computed(() => {
    const releases = this.detail.value()?.releases;
    return releases && countWords(releases, 'release');
  });
  /** What is left out where a route has had more requests than are read one by one. */
  protected readonly sampleNote = computed(() => {
    const { sampledFrom, previousSampledFrom } = this.detail.value() ?? {};
    if (!sampledFrom && !previousSampledFrom) return undefined;
    const since = sampledFrom ? `since ${formatDateTime(sampledFrom)}` : 'of the whole range';
    return `So many requests that only the newest are read one by one: those ${since}, and the newest of the period before.`;
  });

  protected openRequests(span: TimeSpan): void {
    this.open(requestRows(this.scope.params(), span));
  }

  protected refresh(): void {
    for (const feed of this.feeds) feed.reload();
  }
}
