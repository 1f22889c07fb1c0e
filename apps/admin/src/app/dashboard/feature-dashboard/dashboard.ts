import { Component, computed, inject } from '@angular/core';
import { EmptyNote } from '../../shared/ui/notes/empty-note';
import { Icon } from '../../shared/ui/icon/icon';
import { OutageNote } from '../../shared/ui/notes/outage-note';
import { PageHead } from '../../shared/ui/page-head/page-head';
import { Panel } from '../../shared/ui/panel/panel';
import { formatTime } from '../../shared/util-format/format';
import type { Suggestions } from '../../shared/util-scope/filters';
import { injectScope } from '../../shared/util-scope/scope';
import { ThemeChoice } from '../../shared/util-theme/theme';
import { DashboardClient } from '../data/dashboard-client';
import { ActivityChart } from '../ui/activity/activity-chart';
import { HealthCard } from '../ui/health-checks/health-card';
import { MonitorCard } from '../ui/monitor/monitor-card';
import { ResponseTimeChart } from '../ui/response-time/response-time-chart';
import { StatusCodesChart } from '../ui/status-codes/status-codes-chart';
import { TopEndpoints } from '../ui/top-endpoints/top-endpoints';
import { autoRefresh } from './auto-refresh';
import { KeyFigures } from './key-figures';
import { RecentErrors } from './recent-errors';

/** One page that tells whether the services are healthy, what they did and what broke. Its address holds what it looks at. */
@Component({
  selector: 'sm-dashboard',
  imports: [
    ActivityChart,
    EmptyNote,
    HealthCard,
    Icon,
    KeyFigures,
    MonitorCard,
    OutageNote,
    PageHead,
    Panel,
    RecentErrors,
    ResponseTimeChart,
    StatusCodesChart,
    TopEndpoints,
  ],
  templateUrl: './dashboard.html',
  styleUrl: './dashboard.css',
})
export class Dashboard {
  private readonly client = inject(DashboardClient);
  protected readonly scope = injectScope();

  protected readonly health = this.client.health(this.scope.query);
  protected readonly performance = this.client.performance(this.scope.query);
  protected readonly apiUsage = this.client.apiUsage(this.scope.query);
  protected readonly userActivity = this.client.userActivity(this.scope.query);
  protected readonly errors = this.client.recentErrors(this.scope.query);
  protected readonly collectors = this.client.collectors(this.scope.query);
  protected readonly feeds = [
    this.health,
    this.performance,
    this.apiUsage,
    this.userActivity,
    this.errors,
    this.collectors,
  ];

  protected readonly scheme = inject(ThemeChoice).scheme;
  protected readonly autoRefresh = autoRefresh(() => this.refresh());
  protected readonly loading = computed(() => this.feeds.some((feed) => feed.loading()));
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

  protected refresh(): void {
    for (const feed of this.feeds) feed.reload();
  }
}

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values)].filter((value) => value !== null);
}
