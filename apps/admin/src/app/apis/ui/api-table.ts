import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Api, ApiSort } from '@scitex/monitoring-contracts';
import { Change } from '../../shared/ui/change/change';
import { SparkBars } from '../../shared/ui/spark-bars/spark-bars';
import { SortHeader } from '../../shared/ui/table/sort-header';
import { apiCallRows, apiPage } from '../../shared/util-drill-down/rows-behind';
import { formatMs } from '../../shared/util-format/format';
import { AgePipe, CountPipe, MomentPipe, MsPipe, RatePipe } from '../../shared/util-format/format.pipes';
import { injectCarriedParams } from '../../shared/util-scope/scope';
import type { SortOrder } from '../../shared/util-sort/sort-order';
import { COLUMNS } from './api-columns';
import { failureWords } from './failure-words';

/** External APIs with their figures and how these moved. An API leads to all about it, a figure to its calls. */
@Component({
  selector: 'sm-api-table',
  imports: [AgePipe, Change, CountPipe, MomentPipe, MsPipe, RatePipe, RouterLink, SortHeader, SparkBars],
  templateUrl: './api-table.html',
  styleUrls: ['../../shared/ui/table/table.css', './api-table.css'],
})
export class ApiTable {
  readonly apis = input.required<readonly Api[]>();
  readonly sort = input.required<SortOrder<ApiSort>>();
  readonly sorted = output<SortOrder<ApiSort>>();

  private readonly carried = injectCarriedParams();
  protected readonly columns = COLUMNS;
  protected readonly formatMs = formatMs;
  protected readonly rows = computed(() =>
    this.apis().map((api) => {
      const { apiName, lastError } = api;
      return {
        ...api,
        page: apiPage(this.carried(), apiName),
        calls: apiCallRows(this.carried(), { apiName }),
        failures: apiCallRows(this.carried(), { apiName, success: false }),
        slowest: apiCallRows(this.carried(), { apiName, sort: 'responseTime', order: 'desc' }),
        lastFailure: lastError && failureWords(lastError),
      };
    }),
  );
}
