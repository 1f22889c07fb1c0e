import { Component, computed, input, output } from '@angular/core';
import type { ApiDetail } from '@scitex/monitoring-contracts';
import { TimeChart } from '../../shared/ui/chart/time-chart';
import type { TimeMark, TimeSeries, TimeSpan } from '../../shared/ui/chart/time-series';
import { formatCount } from '../../shared/util-format/format';

/** How many calls of an API succeeded and failed over the range. */
@Component({
  selector: 'sm-call-counts',
  imports: [TimeChart],
  template: `
    <sm-time-chart
      name="Calls"
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
export class CallCounts {
  readonly api = input.required<ApiDetail>();
  readonly marks = input<readonly TimeMark[]>([]);
  readonly rangeSelected = output<TimeSpan>();
  readonly pointSelected = output<TimeSpan>();

  protected readonly format = formatCount;
  protected readonly series = computed<readonly TimeSeries[]>(() => {
    const { timeline } = this.api();
    const failed = timeline.map(({ timestamp, failed }) => ({ timestamp, value: failed }));
    const succeeded = timeline.map(({ timestamp, count, failed }) => ({ timestamp, value: count - failed }));
    return [
      { name: 'Failed', look: 'bars', color: 'serverError', points: failed },
      { name: 'Succeeded', look: 'bars', color: 'success', points: succeeded },
    ];
  });
  protected readonly label = computed(() => {
    const { count, failed } = this.api().summary;
    return `Bar chart of calls: ${formatCount(count)} in all, of which ${formatCount(failed)} failed.`;
  });
}
