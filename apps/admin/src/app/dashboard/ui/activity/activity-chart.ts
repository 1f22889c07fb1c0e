import { Component, computed, input } from '@angular/core';
import type { UserActivitySummary } from '@scitex/monitoring-contracts';
import { CountPipe } from '../../../shared/util-format/format.pipes';
import type { Scheme } from '../../../shared/util-theme/theme';
import { Chart } from '../chart/chart';
import { chartTheme } from '../chart/chart-theme';
import { toActivityChart } from './to-activity-chart';

/** More bars than these cannot be told apart; the table holds them all. */
const MOST_BARS = 8;

/** What users did: who and how often in figures, the kinds as bars, and all of them as a table for who cannot see those. */
@Component({
  selector: 'sm-activity-chart',
  imports: [Chart, CountPipe],
  template: `
    <dl>
      <div>
        <dt>Activities</dt>
        <dd>{{ activity().summary.totalActivities | count }}</dd>
      </div>
      <div>
        <dt>Active users</dt>
        <dd>{{ activity().summary.activeUsers | count }}</dd>
      </div>
      <div>
        <dt>Sessions</dt>
        <dd>{{ activity().summary.sessions | count }}</dd>
      </div>
    </dl>
    <sm-chart [configuration]="configuration()" label="Bar chart of activities by kind. A table follows.">
      <table>
        <caption>
          Activities by kind
        </caption>
        <tbody>
          @for (type of activity().activityTypes; track type.activityType) {
            <tr>
              <th scope="row" class="untrusted">{{ type.activityType }}</th>
              <td>{{ type.count | count }}</td>
            </tr>
          }
        </tbody>
      </table>
    </sm-chart>
  `,
  styleUrl: './activity-chart.css',
})
export class ActivityChart {
  readonly activity = input.required<UserActivitySummary>();
  readonly scheme = input.required<Scheme>();

  protected readonly configuration = computed(() =>
    toActivityChart(this.activity().activityTypes.slice(0, MOST_BARS), chartTheme(this.scheme())),
  );
}
