import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Performance } from '@scitex/monitoring-contracts';
import { Chart } from '../chart/chart';
import { chartTheme } from '../chart/chart-theme';
import { toDoughnutChart } from '../chart/to-doughnut-chart';
import { injectOpen } from '../../util-drill-down/open';
import { requestRows } from '../../util-drill-down/rows-behind';
import { CountPipe, RatePipe } from '../../util-format/format.pipes';
import { injectCarriedParams } from '../../util-scope/scope';
import { ThemeChoice } from '../../util-theme/theme';
import { statusCodeShares } from './status-code-shares';
import { statusColor } from './status-color';

/** How the requests were answered: a ring, and below it each code with its count; each leads to its requests. */
@Component({
  selector: 'sm-status-codes-chart',
  imports: [Chart, CountPipe, RatePipe, RouterLink],
  templateUrl: './status-codes-chart.html',
  styleUrl: './status-codes-chart.css',
})
export class StatusCodesChart {
  readonly statusCodes = input.required<Performance['statusCodes']>();

  protected readonly open = injectOpen();
  private readonly carried = injectCarriedParams();
  private readonly scheme = inject(ThemeChoice).scheme;
  private readonly theme = computed(() => chartTheme(this.scheme()));
  private readonly shares = computed(() => statusCodeShares(this.statusCodes()));
  protected readonly total = computed(() => this.shares().reduce((sum, { count }) => sum + count, 0));
  protected readonly rows = computed(() =>
    this.shares().map((share) => ({
      ...share,
      name: String(share.statusCode),
      color: statusColor(share.statusCode, this.theme()),
      target: requestRows(this.carried(), { statusCode: share.statusCode }),
    })),
  );
  protected readonly configuration = computed(() => toDoughnutChart(this.rows(), 'responses', this.theme()));
}
