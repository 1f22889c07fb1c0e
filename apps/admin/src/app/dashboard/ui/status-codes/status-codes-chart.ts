import { Component, computed, input } from '@angular/core';
import type { Performance } from '@scitex/monitoring-contracts';
import { CountPipe, RatePipe } from '../../../shared/util-format/format.pipes';
import type { Scheme } from '../../../shared/util-theme/theme';
import { Chart } from '../chart/chart';
import { chartTheme } from '../chart/chart-theme';
import { statusCodeShares } from './status-code-shares';
import { statusColor } from './status-color';
import { toStatusCodesChart } from './to-status-codes-chart';

/** How the requests were answered: a ring, and beside it each code with its count. */
@Component({
  selector: 'sm-status-codes-chart',
  imports: [Chart, CountPipe, RatePipe],
  templateUrl: './status-codes-chart.html',
  styleUrl: './status-codes-chart.css',
})
export class StatusCodesChart {
  readonly statusCodes = input.required<Performance['statusCodes']>();
  readonly scheme = input.required<Scheme>();

  private readonly theme = computed(() => chartTheme(this.scheme()));
  private readonly shares = computed(() => statusCodeShares(this.statusCodes()));
  protected readonly total = computed(() => this.shares().reduce((sum, { count }) => sum + count, 0));
  protected readonly rows = computed(() =>
    this.shares().map((share) => ({ ...share, color: statusColor(share.statusCode, this.theme()) })),
  );
  protected readonly configuration = computed(() => toStatusCodesChart(this.shares(), this.theme()));
}
