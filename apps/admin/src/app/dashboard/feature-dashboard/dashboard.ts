import { Component, computed, inject, input } from '@angular/core';
import { type Params, Router } from '@angular/router';
import { EmptyNote } from '../../shared/ui/notes/empty-note';
import { FilterChips } from '../../shared/ui/filter-chips/filter-chips';
import { Icon } from '../../shared/ui/icon/icon';
import { LiveStatus } from '../../shared/ui/live-status/live-status';
import { OutageNote } from '../../shared/ui/notes/outage-note';
import { Panel } from '../../shared/ui/panel/panel';
import { TimeRange } from '../../shared/ui/time-range/time-range';
import { correctAddress } from '../../shared/util-browser/correct-address';
import { ClockPipe } from '../../shared/util-format/format.pipes';
import { firstText } from '../../shared/util-http/first-text';
import { rangeLabel } from '../../shared/util-range/range';
import { readRange, unreadableRange } from '../../shared/util-range/read-range';
import { ThemeChoice } from '../../shared/util-theme/theme';
import { DashboardClient, type DashboardQuery } from '../data/dashboard-client';
import { ActivityChart } from '../ui/activity/activity-chart';
import { HealthCard } from '../ui/health-checks/health-card';
import { MonitorCard } from '../ui/monitor/monitor-card';
import { ResponseTimeChart } from '../ui/response-time/response-time-chart';
import { StatusCodesChart } from '../ui/status-codes/status-codes-chart';
import { TopEndpoints } from '../ui/top-endpoints/top-endpoints';
import { autoRefresh } from './auto-refresh';
import { followLive } from './follow-live';
import { KeyFigures } from './key-figures';
import { RecentErrors } from './recent-errors';

/** One page that tells whether the services are healthy, what they did and what broke. Its address holds what it looks at. */
@Component({
  selector: 'sm-dashboard',
  imports: [
    ActivityChart,
    ClockPipe,
    EmptyNote,
    FilterChips,
    HealthCard,
    Icon,
    KeyFigures,
    LiveStatus,
    MonitorCard,
    OutageNote,
    Panel,
    RecentErrors,
    ResponseTimeChart,
    StatusCodesChart,
    TimeRange,
    TopEndpoints,
  ],
  templateUrl: './dashboard.html',
  styleUrl: './dashboard.css',
})
export class Dashboard {
  readonly hours = input<unknown>();
  readonly from = input<unknown>();
  readonly to = input<unknown>();
  readonly app = input(undefined, { transform: firstText });
  readonly environment = input(undefined, { transform: firstText });

  private readonly router = inject(Router);
  private readonly client = inject(DashboardClient);
  protected readonly range = computed(() =>
    readRange({ hours: this.hours(), from: this.from(), to: this.to() }),
  );
  private readonly query = computed<DashboardQuery>(() => ({
    range: this.range(),
    app: this.app(),
    environment: this.environment(),
  }));

  protected readonly health = this.client.health(this.query);
  protected readonly performance = this.client.performance(this.query);
  protected readonly apiUsage = this.client.apiUsage(this.query);
  protected readonly userActivity = this.client.userActivity(this.query);
  protected readonly errors = this.client.recentErrors(this.query);
  protected readonly collectors = this.client.collectors(this.query);
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
  protected readonly rangeName = computed(() => rangeLabel(this.range()));
  protected readonly loading = computed(() => this.feeds.some((feed) => feed.loading()));
  protected readonly live = followLive({
    on: this.autoRefresh.on,
    scope: this.query,
    loading: this.loading,
    refresh: () => this.refresh(),
  });
  /** When the oldest of the answers on the page arrived. */
  protected readonly updatedAt = computed(() => {
    const times = this.feeds.flatMap((feed) => feed.updatedAt()?.getTime() ?? []);
    return times.length === 0 ? undefined : new Date(Math.min(...times));
  });
  protected readonly chips = computed(() =>
    Object.entries({ app: this.app(), environment: this.environment() }).flatMap(([name, value]) =>
      value === undefined ? [] : { name, value },
    ),
  );

  constructor() {
    correctAddress(unreadableRange);
  }

  protected refresh(): void {
    for (const feed of this.feeds) feed.reload();
  }

  protected widen(filter: string): void {
    this.look({ [filter]: null });
  }

  /** Writes what the page is to look at into its address, from where it comes back as an input. */
  protected look(queryParams: Params): void {
    void this.router.navigate([], {
      queryParams,
      queryParamsHandling: 'merge',
      scroll: 'manual',
    });
  }
}
