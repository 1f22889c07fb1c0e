import { Component, computed, input } from '@angular/core';
import type { Performance } from '@scitex/monitoring-contracts';
import { formatMs } from '../../../shared/util-format/format';
import { MomentPipe, MsPipe } from '../../../shared/util-format/format.pipes';
import type { Scheme } from '../../../shared/util-theme/theme';
import { Chart } from '../chart/chart';
import { chartTheme } from '../chart/chart-theme';
import { toResponseTimeChart } from './to-response-time-chart';

/** Response times over the range: a line chart, and the same as a table for who cannot see it. */
@Component({
  selector: 'sm-response-time-chart',
  imports: [Chart, MomentPipe, MsPipe],
  template: `
    <ul class="legend" aria-hidden="true">
      <li class="primary">Average</li>
      <li class="secondary">95th percentile</li>
    </ul>
    <sm-chart [configuration]="configuration()" [label]="label()">
      <table>
        <caption>
          Response times
        </caption>
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">Average</th>
            <th scope="col">95th percentile</th>
          </tr>
        </thead>
        <tbody>
          @for (point of performance().responseTimes; track point.timestamp) {
            <tr>
              <th scope="row">{{ point.timestamp | moment }}</th>
              <td>{{ point.avg | ms }}</td>
              <td>{{ point.p95 | ms }}</td>
            </tr>
          }
        </tbody>
      </table>
    </sm-chart>
  `,
  styleUrl: './response-time-chart.css',
})
export class ResponseTimeChart {
  readonly performance = input.required<Performance>();
  readonly scheme = input.required<Scheme>();

  protected readonly configuration = computed(() =>
    toResponseTimeChart(this.performance(), chartTheme(this.scheme())),
  );
  protected readonly label = computed(() => {
    const { avgResponseTime, p95, maxResponseTime } = this.performance().summary;
    return `Line chart of response times: on average ${formatMs(avgResponseTime)}, 95 percent within ${formatMs(p95)}, the slowest ${formatMs(maxResponseTime)}. A table follows.`;
  });
}
