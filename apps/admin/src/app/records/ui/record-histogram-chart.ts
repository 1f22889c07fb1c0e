import { Component, computed, input, output } from '@angular/core';
import type { RecordHistogram } from '@scitex/monitoring-contracts';
import { TimeChart } from '../../shared/ui/chart/time-chart';
import type { TimeSeries, TimeSpan } from '../../shared/ui/chart/time-series';
import { formatCount } from '../../shared/util-format/format';

/** When the rows of a list are from: dragging, or the keyboard, narrows the list to a part of it. */
@Component({
  selector: 'sm-record-histogram-chart',
  imports: [TimeChart],
  template: `
    <sm-time-chart
      name="Rows"
      [label]="label()"
      [range]="histogram().range"
      [series]="series()"
      [format]="format"
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
export class RecordHistogramChart {
  readonly histogram = input.required<RecordHistogram>();
  readonly rangeSelected = output<TimeSpan>();
  readonly pointSelected = output<TimeSpan>();

  protected readonly format = formatCount;
  protected readonly series = computed<readonly TimeSeries[]>(() => {
    const points = this.histogram().points.map(({ timestamp, count }) => ({ timestamp, value: count }));
    return [{ name: 'Rows', look: 'bars', color: 'primary', points }];
  });
  protected readonly label = computed(() => {
    const { points } = this.histogram();
    const all = points.reduce((sum, { count }) => sum + count, 0);
    const about = points.every(({ isExact }) => isExact) ? '' : 'about ';
    return `Bar chart of rows over time: ${about}${formatCount(all)}.`;
  });
}
