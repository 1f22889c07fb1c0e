import { Component, computed, input } from '@angular/core';
import { MomentPipe } from '../../util-format/format.pipes';
import { NO_VALUE } from '../../util-format/format';
import type { TimeSeries } from './time-series';

/** The points of a chart over time, for who cannot see it. */
@Component({
  selector: 'sm-point-table',
  imports: [MomentPipe],
  template: `
    <table>
      <caption>
        {{
          caption()
        }}
      </caption>
      <thead>
        <tr>
          <th scope="col">From</th>
          @for (one of series(); track one.name) {
            <th scope="col">{{ one.name }}</th>
          }
        </tr>
      </thead>
      <tbody>
        @for (row of rows(); track row.timestamp) {
          <tr>
            <th scope="row">{{ row.timestamp | moment }}</th>
            @for (text of row.texts; track $index) {
              <td>{{ text }}</td>
            }
          </tr>
        }
      </tbody>
    </table>
  `,
})
export class PointTable {
  readonly caption = input.required<string>();
  readonly series = input.required<readonly TimeSeries[]>();
  readonly format = input.required<(value: number) => string>();

  protected readonly rows = computed(() => {
    const values = this.series().map(
      ({ points }) => new Map(points.map(({ timestamp, value }) => [timestamp, value])),
    );
    const timestamps = [...new Set(values.flatMap((points) => [...points.keys()]))].sort();
    const textOf = (value: number | null | undefined) => (value == null ? NO_VALUE : this.format()(value));
    return timestamps.map((timestamp) => ({
      timestamp,
      texts: values.map((points) => textOf(points.get(timestamp))),
    }));
  });
}
