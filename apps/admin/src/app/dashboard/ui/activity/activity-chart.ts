import { Component, computed, input } from '@angular/core';
import type { UserActivitySummary } from '@scitex/monitoring-contracts';
import { Change } from '../../../shared/ui/change/change';
import { BarList } from '../../../shared/ui/chart/bar-list';
import { activityRows } from '../../../shared/util-drill-down/rows-behind';
import { CountPipe } from '../../../shared/util-format/format.pipes';
import { injectCarriedParams } from '../../../shared/util-scope/scope';

/** More bars than these cannot be told apart; the table holds them all. */
const MOST_BARS = 8;

/** What users did: who and how often in figures, the kinds as bars, and all of them as a table for who cannot see those. */
@Component({
  selector: 'sm-activity-chart',
  imports: [BarList, Change, CountPipe],
  templateUrl: './activity-chart.html',
  styleUrl: './activity-chart.css',
})
export class ActivityChart {
  readonly activity = input.required<UserActivitySummary>();

  private readonly carried = injectCarriedParams();

  protected readonly figures = computed(() => {
    const { summary, previous } = this.activity();
    const before = previous?.summary;
    return [
      { name: 'Activities', value: summary.totalActivities, before: before?.totalActivities },
      { name: 'Active users', value: summary.activeUsers, before: before?.activeUsers },
      { name: 'Sessions', value: summary.sessions, before: before?.sessions },
    ];
  });
  protected readonly types = computed(() =>
    this.activity().activityTypes.map(({ activityType, count }) => ({
      name: activityType,
      count,
      target: activityRows(this.carried(), { activityType }),
    })),
  );
  protected readonly bars = computed(() => this.types().slice(0, MOST_BARS));
}
