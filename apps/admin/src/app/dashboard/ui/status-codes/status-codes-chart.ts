import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Performance } from '@scitex/monitoring-contracts';
import { Chart } from '../../../shared/ui/chart/chart';
import { chartTheme } from '../../../shared/ui/chart/chart-theme';
import { toDoughnutChart } from '../../../shared/ui/chart/to-doughnut-chart';
import { injectOpen } from '../../../shared/util-drill-down/open';
import { requestRows } from '../../../shared/util-drill-down/rows-behind';
import { CountPipe, RatePipe } from '../../../shared/util-format/format.pipes';
import { injectCarriedParams } from '../../../shared/util-scope/scope';
import { ThemeChoice } from '../../../shared/util-theme/theme';
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
