import { Component, computed, input, output } from '@angular/core';
import type { Performance, ResponseTimePoint } from '@scitex/monitoring-contracts';
import { TimeChart } from '../../shared/ui/chart/time-chart';
import type { TimeMark, TimePoint, TimeSeries, TimeSpan } from '../../shared/ui/chart/time-series';
import { formatCount } from '../../shared/util-format/format';

/** Requests over the range, and how many of them failed; and in the period before. */
@Component({
  selector: 'sm-throughput-chart',
  imports: [TimeChart],
  template: `
    <sm-time-chart
      name="Requests over time"
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
export class ThroughputChart {
  readonly performance = input.required<Performance>();
  readonly marks = input<readonly TimeMark[]>([]);
  readonly rangeSelected = output<TimeSpan>();
  readonly pointSelected = output<TimeSpan>();

  protected readonly format = formatCount;
  protected readonly series = computed<readonly TimeSeries[]>(() => {
    const { responseTimes, previous } = this.performance();
    const before = previous && { previous: countsOf(previous.responseTimes) };
    return [
      { name: 'Requests', look: 'area', color: 'primary', points: countsOf(responseTimes), ...before },
      { name: 'Failed', look: 'line', color: 'serverError', points: failuresOf(responseTimes) },
    ];
  });
  protected readonly label = computed(() => {
    const { totalRequests } = this.performance().summary;
    const failed = this.performance().responseTimes.reduce((sum, { errorCount }) => sum + errorCount, 0);
    return `Line chart of requests: ${formatCount(totalRequests)}, of which ${formatCount(failed)} failed.`;
  });
}

const countsOf = (points: readonly ResponseTimePoint[]): TimePoint[] =>
  points.map(({ timestamp, count }) => ({ timestamp, value: count }));

const failuresOf = (points: readonly ResponseTimePoint[]): TimePoint[] =>
  points.map(({ timestamp, errorCount }) => ({ timestamp, value: errorCount }));
