import { Component, computed, inject, input } from '@angular/core';
import { Icon } from '../../shared/ui/icon/icon';
import { LoadMore } from '../../shared/ui/load-more/load-more';
import { EmptyNote } from '../../shared/ui/notes/empty-note';
import { OutageNote } from '../../shared/ui/notes/outage-note';
import { PageHead } from '../../shared/ui/page-head/page-head';
import { Panel } from '../../shared/ui/panel/panel';
import { injectAddress } from '../../shared/util-browser/address';
import { firstText } from '../../shared/util-http/first-text';
import { injectScope, NO_FILTERS } from '../../shared/util-scope/scope';
import {
  ERROR_ORDERS,
  type ErrorQuery,
  toOrder,
  toSeverity,
  toStatus,
  unreadableFilters,
} from '../data/error-query';
import { ErrorsClient } from '../data/errors-client';
import { ErrorFilters, type FilterChange } from '../ui/error-filters';
import { ErrorRow } from '../ui/error-row';

/** The groups of errors that occurred in a range. Its address holds what it is narrowed to and sorted by. */
@Component({
  selector: 'sm-error-list-page',
  imports: [EmptyNote, ErrorFilters, ErrorRow, Icon, LoadMore, OutageNote, PageHead, Panel],
  templateUrl: './error-list-page.html',
  styleUrl: './error-list-page.css',
})
export class ErrorListPage {
  readonly q = input(undefined, { transform: firstText });
  readonly severity = input(undefined, { transform: toSeverity });
  readonly status = input(undefined, { transform: toStatus });
  readonly sort = input(toOrder(undefined), { transform: toOrder });

  protected readonly scope = injectScope(unreadableFilters);
  private readonly ask = injectAddress();
  private readonly query = computed<ErrorQuery>(() => ({
    ...this.scope.query(),
    q: this.q(),
    severity: this.severity(),
    status: this.status(),
    sort: this.sort().sort,
    order: this.sort().order,
  }));

  protected readonly errors = inject(ErrorsClient).list(this.query);
  protected readonly sorts = ERROR_ORDERS;
  protected readonly filters = computed(() => ({
    q: this.q(),
    severity: this.severity(),
    status: this.status(),
    sort: this.sort().id,
  }));
  protected readonly narrowed = computed(() =>
    [this.q(), this.severity(), this.status(), ...Object.values(this.scope.filters())].some(Boolean),
  );

  protected change({ name, value }: FilterChange): void {
    this.ask({ [name]: value });
  }

  protected widen(): void {
    this.ask({ ...NO_FILTERS, q: null, severity: null, status: null });
  }
}
