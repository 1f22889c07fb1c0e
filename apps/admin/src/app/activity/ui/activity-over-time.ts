import { Component, computed, input, output } from '@angular/core';
import type { UserActivitySummary } from '@scitex/monitoring-contracts';
import { TimeChart } from '../../shared/ui/chart/time-chart';
import type { TimeMark, TimeSeries, TimeSpan } from '../../shared/ui/chart/time-series';
import { formatCount } from '../../shared/util-format/format';

type Point = UserActivitySummary['timeline'][number];

/** Activities and active users over the range, and in the period before where the answer has it. */
@Component({
  selector: 'sm-activity-over-time',
  imports: [TimeChart],
  template: `
    <sm-time-chart
      name="Activities and users"
      [label]="label()"
      [range]="activity().range"
      [series]="series()"
      [format]="format"
      [marks]="marks()"
      (rangeSelected)="rangeSelected.emit($event)"
      (pointSelected)="pointSelected.emit($event)"
    />
  `,
  styles: `
    :host {
      display: block;
      height: 100%;
    }
  `,
})
export class ActivityOverTime {
  readonly activity = input.required<UserActivitySummary>();
  readonly marks = input<readonly TimeMark[]>([]);
  readonly rangeSelected = output<TimeSpan>();
  readonly pointSelected = output<TimeSpan>();

  protected readonly format = formatCount;
  protected readonly series = computed<readonly TimeSeries[]>(() => [
    { name: 'Activities', look: 'bars', color: 'secondary', ...this.pointsOf(({ count }) => count) },
    { name: 'Active users', look: 'line', color: 'primary', points: this.users() },
  ]);
  protected readonly label = computed(() => {
    const { totalActivities, activeUsers } = this.activity().summary;
    return `Bar chart of activities, ${formatCount(totalActivities)} in all, with a line of the active users, ${formatCount(activeUsers)} in all.`;
  });

  private readonly users = computed(() =>
    toPoints(this.activity().timeline, ({ activeUsers }) => activeUsers),
  );

  private pointsOf(valueOf: (point: Point) => number): Pick<TimeSeries, 'points' | 'previous'> {
    const { timeline, previous } = this.activity();
    return {
      points: toPoints(timeline, valueOf),
      ...(previous && { previous: toPoints(previous.timeline, valueOf) }),
    };
  }
}

function toPoints(points: readonly Point[], valueOf: (point: Point) => number) {
  return points.map((point) => ({ timestamp: point.timestamp, value: valueOf(point) }));
}
