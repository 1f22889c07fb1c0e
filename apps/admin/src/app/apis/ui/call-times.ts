import { Component, computed, input, output } from '@angular/core';
import type { ApiDetail } from '@scitex/monitoring-contracts';
import { TimeChart } from '../../shared/ui/chart/time-chart';
import type { TimeMark, TimeSeries, TimeSpan } from '../../shared/ui/chart/time-series';
import { formatMs } from '../../shared/util-format/format';

type Point = ApiDetail['timeline'][number];

/** How long the calls of an API took over the range, and in the period before where the answer has it. */
@Component({
  selector: 'sm-call-times',
  imports: [TimeChart],
  template: `
    <sm-time-chart
      name="Times of calls"
      [label]="label()"
      [range]="api().range"
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
export class CallTimes {
  readonly api = input.required<ApiDetail>();
  readonly marks = input<readonly TimeMark[]>([]);
  readonly rangeSelected = output<TimeSpan>();
  readonly pointSelected = output<TimeSpan>();

  protected readonly format = formatMs;
  protected readonly series = computed<readonly TimeSeries[]>(() => [
    { name: 'Median', look: 'area', color: 'primary', points: this.now(({ p50 }) => p50) },
    { name: '95th percentile', look: 'line', color: 'secondary', ...this.compared(({ p95 }) => p95) },
    { name: '99th percentile', look: 'dashed', color: 'clientError', points: this.now(({ p99 }) => p99) },
  ]);
  protected readonly label = computed(() => {
    const { p50, p95, p99 } = this.api().summary;
    return `Line chart of the times of calls: half of them within ${formatMs(p50)}, 95 percent within ${formatMs(p95)}, 99 percent within ${formatMs(p99)}.`;
  });

  private compared(valueOf: (point: Point) => number): Pick<TimeSeries, 'points' | 'previous'> {
    const { previous } = this.api();
    return { points: this.now(valueOf), ...(previous && { previous: toPoints(previous.timeline, valueOf) }) };
  }

  private now(valueOf: (point: Point) => number): TimeSeries['points'] {
    return toPoints(this.api().timeline, valueOf);
  }
}

const toPoints = (points: readonly Point[], valueOf: (point: Point) => number) =>
  points.map((point) => ({ timestamp: point.timestamp, value: valueOf(point) }));
