import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ActivityWeek } from '@scitex/monitoring-contracts';
import { Change } from '../../shared/ui/change/change';
import { activityRows } from '../../shared/util-drill-down/rows-behind';
import { CountPipe } from '../../shared/util-format/format.pipes';
import { injectCarriedParams } from '../../shared/util-scope/scope';

/** Weeks, the newest first, each beside the one before. A count leads to its activities. */
@Component({
  selector: 'sm-week-table',
  imports: [Change, CountPipe, RouterLink],
  templateUrl: './week-table.html',
  styleUrls: ['../../shared/ui/table/table.css', './table.css'],
})
export class WeekTable {
  /** The oldest first. */
  readonly weeks = input.required<readonly ActivityWeek[]>();

  private readonly carried = injectCarriedParams();
  protected readonly rows = computed(() => {
    const weeks = this.weeks();
    const most = Math.max(...weeks.map(({ count }) => count), 1);
    return weeks
      .map((week, index) => ({
        ...week,
        name: `${formatDay(week.from)} – ${formatDay(week.to)}`,
        before: weeks[index - 1],
        share: (100 * week.count) / most,
        rows: activityRows(this.carried(), { from: week.from, to: week.to }),
      }))
      .reverse();
  });
}

function formatDay(instant: string): string {
  return new Date(instant).toLocaleDateString('en-GB', { day: 'numeric', month: 'short' });
}
