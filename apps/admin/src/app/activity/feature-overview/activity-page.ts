import { Component, computed, inject, input } from '@angular/core';
import { FEATURE_SORTS, type FeatureSort } from '@scitex/monitoring-contracts';
import { DeploysClient } from '../../shared/data-deploys/deploys-client';
import { BarList } from '../../shared/ui/chart/bar-list';
import type { TimeSpan } from '../../shared/ui/chart/time-series';
import { Icon } from '../../shared/ui/icon/icon';
import { EmptyNote } from '../../shared/ui/notes/empty-note';
import { OutageNote } from '../../shared/ui/notes/outage-note';
import { PageHead } from '../../shared/ui/page-head/page-head';
import { Panel } from '../../shared/ui/panel/panel';
import { injectAddress } from '../../shared/util-browser/address';
import { toMarks } from '../../shared/util-deploys/to-marks';
import { injectOpen } from '../../shared/util-drill-down/open';
import { activityRows } from '../../shared/util-drill-down/rows-behind';
import { injectScope } from '../../shared/util-scope/scope';
import { readOrder, readSort, type SortOrder, unreadableSort } from '../../shared/util-sort/sort-order';
import { ActivityClient } from '../data/activity-client';
import type { FeatureQuery } from '../data/feature-query';
import { ActiveUsers } from '../ui/active-users';
import { ActivityOverTime } from '../ui/activity-over-time';
import { FeatureTable } from '../ui/feature-table';
import { HeatMap } from '../ui/heat-map';
import { UserSearch } from '../ui/user-search';
import { WeekTable } from '../ui/week-table';
import { ActivityFigures } from './activity-figures';

/** More bars than these cannot be told apart. */
const MOST_BARS = 10;

const toSort = (value: unknown) => readSort(FEATURE_SORTS, 'count', value);

/** What users do: how much, when, with which features, and who they are. */
@Component({
  selector: 'sm-activity-page',
  imports: [
    ActiveUsers,
    ActivityFigures,
    ActivityOverTime,
    BarList,
    EmptyNote,
    FeatureTable,
    HeatMap,
    Icon,
    OutageNote,
    PageHead,
    Panel,
    UserSearch,
    WeekTable,
  ],
  templateUrl: './activity-page.html',
  styleUrl: './activity-page.css',
})
export class ActivityPage {
  readonly sort = input(toSort(undefined), { transform: toSort });
  readonly order = input(readOrder(undefined), { transform: readOrder });

  private readonly client = inject(ActivityClient);
  private readonly ask = injectAddress();
  protected readonly open = injectOpen();
  protected readonly scope = injectScope((parameters) => unreadableSort(FEATURE_SORTS, parameters));

  protected readonly featureQuery = computed<FeatureQuery>(() => ({
    ...this.scope.query(),
    sort: this.sort(),
    order: this.order(),
  }));

  protected readonly activity = this.client.summary(this.scope.query);
  protected readonly features = this.client.features(this.featureQuery);
  protected readonly hours = this.client.hours(this.scope.query);
  protected readonly weeks = this.client.weeks(this.scope.filters);
  private readonly deploys = inject(DeploysClient).deploys(this.scope.query);
  protected readonly feeds = [this.activity, this.features, this.hours, this.weeks, this.deploys];

  protected readonly marks = computed(() => toMarks(this.deploys.value()?.deploys ?? []));
  protected readonly types = computed(() =>
    (this.activity.value()?.activityTypes ?? []).map(({ activityType, count }) => ({
      name: activityType,
      count,
      target: activityRows(this.scope.params(), { activityType }),
    })),
  );
  protected readonly bars = computed(() => this.types().slice(0, MOST_BARS));
  protected readonly typesNote = computed(() => {
    const { length } = this.types();
    return length > MOST_BARS ? `The ${MOST_BARS} most frequent of ${length}` : this.scope.rangeName();
  });
  protected readonly featuresNote = computed(() => {
    const list = this.features.value();
    if (!list || list.features.length === list.total) return this.scope.rangeName();
    return `The ${list.features.length} most used of ${list.total}`;
  });

  protected sortBy({ sort, order }: SortOrder<FeatureSort>): void {
    this.ask({ sort, order });
  }

  protected openActivities(span: TimeSpan): void {
    this.open(activityRows(this.scope.params(), span));
  }

  protected refresh(): void {
    for (const feed of this.feeds) feed.reload();
  }
}
