import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Endpoint, EndpointSort } from '@scitex/monitoring-contracts';
import { Change } from '../../shared/ui/change/change';
import { Icon } from '../../shared/ui/icon/icon';
import { SparkBars } from '../../shared/ui/spark-bars/spark-bars';
import { errorGroups, requestRows, routePage } from '../../shared/util-drill-down/rows-behind';
import { formatMs } from '../../shared/util-format/format';
import { CountPipe, MsPipe, RatePipe } from '../../shared/util-format/format.pipes';
import { injectCarriedParams } from '../../shared/util-scope/scope';
import { COLUMNS } from './endpoint-columns';

export interface EndpointOrder {
  readonly sort: EndpointSort;
  readonly order: 'asc' | 'desc';
}

/** Routes with their figures and how these moved. A route leads to its own page, a figure to its rows. */
@Component({
  selector: 'sm-endpoint-table',
  imports: [Change, CountPipe, Icon, MsPipe, RatePipe, RouterLink, SparkBars],
  templateUrl: './endpoint-table.html',
  styleUrl: './endpoint-table.css',
})
export class EndpointTable {
  readonly endpoints = input.required<readonly Endpoint[]>();
  readonly sort = input.required<EndpointOrder>();
  readonly sorted = output<EndpointOrder>();

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

  protected ariaSort(column: EndpointSort): 'ascending' | 'descending' | null {
    const { sort, order } = this.sort();
    if (sort !== column) return null;
    return order === 'asc' ? 'ascending' : 'descending';
  }

  /** What matters most first; the other way round on a second press. */
  protected toggle(column: EndpointSort): void {
    const first = column === 'apdex' ? 'asc' : 'desc';
    const { sort, order } = this.sort();
    const isSecond = sort === column && order === first;
    this.sorted.emit({ sort: column, order: isSecond ? (first === 'asc' ? 'desc' : 'asc') : first });
  }
}
