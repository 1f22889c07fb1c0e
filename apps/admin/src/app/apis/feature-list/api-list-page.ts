import { Component, computed, inject, input } from '@angular/core';
import { API_SORTS, type ApiSort } from '@scitex/monitoring-contracts';
import { Icon } from '../../shared/ui/icon/icon';
import { EmptyNote } from '../../shared/ui/notes/empty-note';
import { OutageNote } from '../../shared/ui/notes/outage-note';
import { PageHead } from '../../shared/ui/page-head/page-head';
import { Panel } from '../../shared/ui/panel/panel';
import { injectAddress } from '../../shared/util-browser/address';
import { formatCount } from '../../shared/util-format/format';
import { injectScope, NO_FILTERS } from '../../shared/util-scope/scope';
import { readOrder, readSort, type SortOrder, unreadableSort } from '../../shared/util-sort/sort-order';
import type { ApiQuery } from '../data/api-query';
import { ApisClient } from '../data/apis-client';
import { ApiTable } from '../ui/api-table';

const toSort = (value: unknown) => readSort(API_SORTS, 'count', value);

/** Every API that was called in the range: which is slow or failing, and which became so. */
@Component({
  selector: 'sm-api-list-page',
  imports: [ApiTable, EmptyNote, Icon, OutageNote, PageHead, Panel],
  templateUrl: './api-list-page.html',
  styleUrl: './api-list-page.css',
})
export class ApiListPage {
  readonly sort = input(toSort(undefined), { transform: toSort });
  readonly order = input(readOrder(undefined), { transform: readOrder });

  protected readonly scope = injectScope((parameters) => unreadableSort(API_SORTS, parameters));
  private readonly ask = injectAddress();
  protected readonly noFilters = NO_FILTERS;
  protected readonly query = computed<ApiQuery>(() => ({
    ...this.scope.query(),
    sort: this.sort(),
    order: this.order(),
  }));
  protected readonly apis = inject(ApisClient).list(this.query);
  protected readonly narrowed = computed(() => Object.values(this.scope.filters()).some(Boolean));
  protected readonly count = computed(() => {
    const list = this.apis.value();
    if (!list) return '';
    const { items, calls } = list;
    const listed = items.reduce((sum, { count }) => sum + count, 0);
    if (listed < calls)
      return `The ${items.length} busiest, with ${formatCount(listed)} of ${formatCount(calls)} calls`;
    return `${items.length === 1 ? '1 API' : `${items.length} APIs`}, ${formatCount(calls)} calls`;
  });

  protected sortBy({ sort, order }: SortOrder<ApiSort>): void {
    this.ask({ sort, order });
  }
}
