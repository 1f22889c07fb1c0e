import { Component, computed, inject, input } from '@angular/core';
import { ENDPOINT_SORTS, type EndpointSort } from '@scitex/monitoring-contracts';
import { autoRefresh } from '../../shared/data-live/auto-refresh';
import { followLive } from '../../shared/data-live/follow-live';
import { AutoRefreshSwitch } from '../../shared/ui/auto-refresh-switch/auto-refresh-switch';
import { Icon } from '../../shared/ui/icon/icon';
import { LiveStatus } from '../../shared/ui/live-status/live-status';
import { EmptyNote } from '../../shared/ui/notes/empty-note';
import { OutageNote } from '../../shared/ui/notes/outage-note';
import { PageHead } from '../../shared/ui/page-head/page-head';
import { Panel } from '../../shared/ui/panel/panel';
import { injectAddress } from '../../shared/util-browser/address';
import { firstText } from '../../shared/util-http/first-text';
import { injectScope, NO_FILTERS } from '../../shared/util-scope/scope';
import { readOrder, readSort, type SortOrder, unreadableSort } from '../../shared/util-sort/sort-order';
import type { EndpointQuery } from '../data/endpoint-query';
import { EndpointsClient } from '../data/endpoints-client';
import { EndpointTable } from '../ui/endpoint-table';

const toSort = (value: unknown) => readSort(ENDPOINT_SORTS, 'timeShare', value);

/** Every route of the range: which is busy, slow or failing, and which became so. */
@Component({
  selector: 'sm-endpoint-list-page',
  imports: [AutoRefreshSwitch, EmptyNote, EndpointTable, Icon, LiveStatus, OutageNote, PageHead, Panel],
  templateUrl: './endpoint-list-page.html',
  styleUrl: './endpoint-list-page.css',
})
export class EndpointListPage {
  readonly q = input(undefined, { transform: firstText });
  readonly sort = input(toSort(undefined), { transform: toSort });
  readonly order = input(readOrder(undefined), { transform: readOrder });

  protected readonly scope = injectScope((parameters) => unreadableSort(ENDPOINT_SORTS, parameters));
  private readonly ask = injectAddress();
  protected readonly query = computed<EndpointQuery>(() => ({
    ...this.scope.query(),
    q: this.q(),
    sort: this.sort(),
    order: this.order(),
  }));
  protected readonly endpoints = inject(EndpointsClient).list(this.query);
  protected readonly autoRefresh = autoRefresh(() => this.endpoints.reload());
  protected readonly live = followLive({
    on: this.autoRefresh.on,
    scope: this.scope.filters,
    loading: this.endpoints.loading,
    refresh: () => this.endpoints.reload(),
  });
  protected readonly narrowed = computed(() =>
    [this.q(), ...Object.values(this.scope.filters())].some(Boolean),
  );
  protected readonly count = computed(() => {
    const list = this.endpoints.value();
    if (!list) return '';
    const { items, total } = list;
    if (items.length < total) return `The ${items.length} busiest of ${total} routes`;
    return total === 1 ? '1 route' : `${total} routes`;
  });

  protected search(words: string): void {
    this.ask({ q: words || null });
  }

  protected sortBy({ sort, order }: SortOrder<EndpointSort>): void {
    this.ask({ sort, order });
  }

  protected widen(): void {
    this.ask({ ...NO_FILTERS, q: null });
  }
}
