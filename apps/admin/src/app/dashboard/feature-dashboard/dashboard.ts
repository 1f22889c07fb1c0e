import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { EmptyNote } from '../../shared/ui/notes/empty-note';
import { FilterChips } from '../../shared/ui/filter-chips/filter-chips';
import { Icon } from '../../shared/ui/icon/icon';
import { Panel } from '../../shared/ui/panel/panel';
import { TimeRange } from '../../shared/ui/time-range/time-range';
import { ClockPipe } from '../../shared/util-format/format.pipes';
import { firstText } from '../../shared/util-http/first-text';
import { rangeLabel, toHours } from '../../shared/util-range/range';
import { ThemeChoice } from '../../shared/util-theme/theme';
import { DashboardClient, type DashboardQuery } from '../data/dashboard-client';
import { ActivityChart } from '../ui/activity/activity-chart';
import { HealthCard } from '../ui/health-checks/health-card';
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
    ClockPipe,
    EmptyNote,
    FilterChips,
    HealthCard,
    Icon,
    KeyFigures,
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
  readonly hours = input(toHours(undefined), { transform: toHours });
  readonly app = input(undefined, { transform: firstText });
  readonly environment = input(undefined, { transform: firstText });

  private readonly router = inject(Router);
  private readonly client = inject(DashboardClient);
  private readonly query = computed<DashboardQuery>(() => ({
    hours: this.hours(),
    app: this.app(),
    environment: this.environment(),
  }));

  protected readonly health = this.client.health(this.query);
  protected readonly performance = this.client.performance(this.query);
  protected readonly apiUsage = this.client.apiUsage(this.query);
  protected readonly userActivity = this.client.userActivity(this.query);
  protected readonly errors = this.client.recentErrors(this.query);
  protected readonly feeds = [this.health, this.performance, this.apiUsage, this.userActivity, this.errors];

  protected readonly scheme = inject(ThemeChoice).scheme;
  protected readonly autoRefresh = autoRefresh(() => this.refresh());
  protected readonly range = computed(() => rangeLabel(this.hours()));
  protected readonly loading = computed(() => this.feeds.some((feed) => feed.loading()));
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

  protected refresh(): void {
    for (const feed of this.feeds) feed.reload();
  }

  /** Writes one part of what the page looks at into its address, from where it comes back as an input. */
  protected look(parameter: string, value: number | null): void {
    void this.router.navigate([], {
      queryParams: { [parameter]: value },
      queryParamsHandling: 'merge',
      scroll: 'manual',
    });
  }
}
