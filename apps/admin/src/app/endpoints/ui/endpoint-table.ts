import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Endpoint, EndpointSort } from '@scitex/monitoring-contracts';
import { Change } from '../../shared/ui/change/change';
import { SparkBars } from '../../shared/ui/spark-bars/spark-bars';
import { SortHeader } from '../../shared/ui/table/sort-header';
import { errorGroups, requestRows, routePage } from '../../shared/util-drill-down/rows-behind';
import { formatMs } from '../../shared/util-format/format';
import { CountPipe, MsPipe, RatePipe } from '../../shared/util-format/format.pipes';
import { injectCarriedParams } from '../../shared/util-scope/scope';
import type { SortOrder } from '../../shared/util-sort/sort-order';
import { COLUMNS } from './endpoint-columns';

/** Routes with their figures and how these moved. A route leads to its own page, a figure to its rows. */
@Component({
  selector: 'sm-endpoint-table',
  imports: [Change, CountPipe, MsPipe, RatePipe, RouterLink, SortHeader, SparkBars],
  templateUrl: './endpoint-table.html',
  styleUrls: ['../../shared/ui/table/table.css', './endpoint-table.css'],
})
export class EndpointTable {
  readonly endpoints = input.required<readonly Endpoint[]>();
  readonly sort = input.required<SortOrder<EndpointSort>>();
  readonly sorted = output<SortOrder<EndpointSort>>();

  private readonly carried = injectCarriedParams();
  protected readonly columns = COLUMNS;
  protected readonly formatMs = formatMs;
  protected readonly rows = computed(() =>
    this.endpoints().map((route) => {
      const { endpoint, method } = route;
      return {
        ...route,
        page: routePage(this.carried(), { endpoint, method }),
        requests: requestRows(this.carried(), { endpoint, method }),
        slowest: requestRows(this.carried(), { endpoint, method, sort: 'value', order: 'desc' }),
        errors: errorGroups(this.carried(), { endpoint, method }),
      };
    }),
  );
}
