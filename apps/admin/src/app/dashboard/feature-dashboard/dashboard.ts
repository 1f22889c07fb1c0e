import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { DeploysClient } from '../../shared/data-deploys/deploys-client';
import { autoRefresh } from '../../shared/data-live/auto-refresh';
import { followLive } from '../../shared/data-live/follow-live';
import { AutoRefreshSwitch } from '../../shared/ui/auto-refresh-switch/auto-refresh-switch';
import type { TimeSpan } from '../../shared/ui/chart/time-series';
import { DeploysList } from '../../shared/ui/deploys/deploys-list';
import { EmptyNote } from '../../shared/ui/notes/empty-note';
import { Icon } from '../../shared/ui/icon/icon';
import { LiveStatus } from '../../shared/ui/live-status/live-status';
import { OutageNote } from '../../shared/ui/notes/outage-note';
import { PageHead } from '../../shared/ui/page-head/page-head';
import { Panel } from '../../shared/ui/panel/panel';
import { ResponseTimeChart } from '../../shared/ui/response-time/response-time-chart';
import { StatusCodesChart } from '../../shared/ui/status-codes/status-codes-chart';
import { injectOpen } from '../../shared/util-drill-down/open';
import { requestRows } from '../../shared/util-drill-down/rows-behind';
import { formatTime } from '../../shared/util-format/format';
import type { Suggestions } from '../../shared/util-scope/filters';
import { toMarks } from '../../shared/util-deploys/to-marks';
import { injectScope } from '../../shared/util-scope/scope';
import { DashboardClient } from '../data/dashboard-client';
import { ActivityChart } from '../ui/activity/activity-chart';
import { HealthCard } from '../ui/health-checks/health-card';
import { MonitorCard } from '../ui/monitor/monitor-card';
import { TopEndpoints } from '../ui/top-endpoints/top-endpoints';
import { KeyFigures } from './key-figures';
import { RecentErrors } from './recent-errors';

/** One page that tells whether the services are healthy, what they did and what broke. Its address holds what it looks at. */
@Component({
  selector: 'sm-dashboard',
  imports: [
    ActivityChart,
    AutoRefreshSwitch,
    DeploysList,
    EmptyNote,
    HealthCard,
    Icon,
    KeyFigures,
    LiveStatus,
    MonitorCard,
    OutageNote,
    PageHead,
    Panel,
    RecentErrors,
    ResponseTimeChart,
    RouterLink,
    StatusCodesChart,
    TopEndpoints,
  ],
  templateUrl: './dashboard.html',
  styleUrl: './dashboard.css',
})
export class Dashboard {
  private readonly open = injectOpen();
  private readonly client = inject(DashboardClient);
  protected readonly scope = injectScope();

  protected readonly health = this.client.health(this.scope.query);
  protected readonly performance = this.client.performance(this.scope.query);
  protected readonly apiUsage = this.client.apiUsage(this.scope.query);
  protected readonly userActivity = this.client.userActivity(this.scope.query);
  protected readonly errors = this.client.recentErrors(this.scope.query);
  protected readonly collectors = this.client.collectors(this.scope.query);
  protected readonly deploys = inject(DeploysClient).deploys(this.scope.query);
  protected readonly feeds = [
    this.health,
    this.performance,
    this.apiUsage,
    this.userActivity,
    this.errors,
    this.collectors,
    this.deploys,
  ];

  /** What the charts over time are marked with. */
  protected readonly marks = computed(() => toMarks(this.deploys.value()?.deploys ?? []));

  protected readonly autoRefresh = autoRefresh(() => this.refresh());
  protected readonly loading = computed(() => this.feeds.some((feed) => feed.loading()));
  protected readonly live = followLive({
    on: this.autoRefresh.on,
    scope: this.scope.filters,
    loading: this.loading,
    refresh: () => this.refresh(),
  });
  /** The range, and when the oldest of the answers on the page arrived. */
  protected readonly note = computed(() => {
    const times = this.feeds.flatMap((feed) => feed.updatedAt()?.getTime() ?? []);
    const range = this.scope.rangeName();
    return times.length === 0 ? range : `${range}, updated ${formatTime(new Date(Math.min(...times)))}`;
  });

  /** What the answers name. */
  protected readonly suggestions = computed<Suggestions>(() => {
    const endpoints = this.performance.value()?.topEndpoints ?? [];
    const collectors = this.collectors.value()?.items ?? [];
    return {
      app: distinct(collectors.map(({ app }) => app)),
      environment: distinct(collectors.map(({ environment }) => environment)),
      release: distinct(collectors.map(({ release }) => release)),
      endpoint: distinct(endpoints.map(({ endpoint }) => endpoint)),
      method: distinct(endpoints.map(({ method }) => method)),
    };
  });

  protected openRequests(span: TimeSpan): void {
    this.open(requestRows(this.scope.params(), span));
  }

  protected refresh(): void {
    for (const feed of this.feeds) feed.reload();
  }
}

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values)].filter((value) => value !== null);
}
