import { Component, computed, input, output } from '@angular/core';
import type { Performance, ResponseTimePoint } from '@scitex/monitoring-contracts';
import { TimeChart } from '../chart/time-chart';
import type { TimeMark, TimeSeries, TimeSpan } from '../chart/time-series';
import { formatMs } from '../../util-format/format';

/** Response times over the range, and in the period before where the answer has it. */
@Component({
  selector: 'sm-response-time-chart',
  imports: [TimeChart],
  template: `
    <sm-time-chart
      name="Response times"
      [label]="label()"
      [range]="performance().range"
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
export class ResponseTimeChart {
  readonly performance = input.required<Performance>();
  readonly marks = input<readonly TimeMark[]>([]);
  readonly rangeSelected = output<TimeSpan>();
  readonly pointSelected = output<TimeSpan>();

  protected readonly format = formatMs;
  protected readonly series = computed<readonly TimeSeries[]>(() => [
    { name: 'Average', look: 'area', color: 'primary', ...this.pointsOf(({ avg }) => avg) },
    { name: '95th percentile', look: 'dashed', color: 'secondary', ...this.pointsOf(({ p95 }) => p95) },
  ]);
  protected readonly label = computed(() => {
    const { avgResponseTime, p95, maxResponseTime } = this.performance().summary;
    return `Line chart of response times: on average ${formatMs(avgResponseTime)}, 95 percent within ${formatMs(p95)}, the slowest ${formatMs(maxResponseTime)}.`;
  });

  private pointsOf(valueOf: (point: ResponseTimePoint) => number): Pick<TimeSeries, 'points' | 'previous'> {
    const toPoints = (times: readonly ResponseTimePoint[]) =>
      times.map((point) => ({ timestamp: point.timestamp, value: valueOf(point) }));
    const { responseTimes, previous } = this.performance();
    return {
      points: toPoints(responseTimes),
      ...(previous && { previous: toPoints(previous.responseTimes) }),
    };
  }
}
