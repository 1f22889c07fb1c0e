import { Component, computed, inject, input } from '@angular/core';
import { type Params, Router } from '@angular/router';
import { FilterChips } from '../../shared/ui/filter-chips/filter-chips';
import { Icon } from '../../shared/ui/icon/icon';
import { LoadMore } from '../../shared/ui/load-more/load-more';
import { EmptyNote } from '../../shared/ui/notes/empty-note';
import { OutageNote } from '../../shared/ui/notes/outage-note';
import { Panel } from '../../shared/ui/panel/panel';
import { TimeRange } from '../../shared/ui/time-range/time-range';
import { correctAddress } from '../../shared/util-browser/correct-address';
import { firstText } from '../../shared/util-http/first-text';
import { rangeLabel } from '../../shared/util-range/range';
import { readRange, unreadableRange } from '../../shared/util-range/read-range';
import {
  ERROR_ORDERS,
  type ErrorQuery,
  toOrder,
  toSeverity,
  toStatus,
  unreadableFilters,
} from '../data/error-query';
import { ErrorsClient } from '../data/errors-client';
import { ErrorFilters } from '../ui/error-filters';
import { ErrorRow } from '../ui/error-row';

/** The groups of errors that occurred in a range. Its address holds what it is narrowed to and sorted by. */
@Component({
  selector: 'sm-error-list-page',
  imports: [EmptyNote, ErrorFilters, ErrorRow, FilterChips, Icon, LoadMore, OutageNote, Panel, TimeRange],
  templateUrl: './error-list-page.html',
  styleUrl: './error-list-page.css',
})
export class ErrorListPage {
  readonly hours = input<unknown>();
  readonly from = input<unknown>();
  readonly to = input<unknown>();
  readonly q = input(undefined, { transform: firstText });
  readonly severity = input(undefined, { transform: toSeverity });
  readonly status = input(undefined, { transform: toStatus });
  readonly app = input(undefined, { transform: firstText });
  readonly environment = input(undefined, { transform: firstText });
  readonly endpoint = input(undefined, { transform: firstText });
  readonly method = input(undefined, { transform: firstText });
  readonly sort = input(toOrder(undefined), { transform: toOrder });

  private readonly router = inject(Router);
  protected readonly range = computed(() =>
    readRange({ hours: this.hours(), from: this.from(), to: this.to() }),
  );
  private readonly query = computed<ErrorQuery>(() => ({
    range: this.range(),
    q: this.q(),
    severity: this.severity(),
    status: this.status(),
    app: this.app(),
    environment: this.environment(),
    endpoint: this.endpoint(),
    method: this.method(),
    sort: this.sort().sort,
    order: this.sort().order,
  }));

  protected readonly errors = inject(ErrorsClient).list(this.query);
  protected readonly sorts = ERROR_ORDERS;
  protected readonly rangeName = computed(() => rangeLabel(this.range()));
  protected readonly filters = computed(() => ({
    q: this.q(),
    severity: this.severity(),
    status: this.status(),
    sort: this.sort().id,
  }));
  protected readonly chips = computed(() => {
    const { app, environment, endpoint, method } = this.query();
    return Object.entries({ app, environment, endpoint, method }).flatMap(([name, value]) =>
      value === undefined ? [] : { name, value },
    );
  });
  protected readonly narrowed = computed(
    () => this.chips().length > 0 || [this.q(), this.severity(), this.status()].some(Boolean),
  );

  constructor() {
    correctAddress((parameters) => [...unreadableRange(parameters), ...unreadableFilters(parameters)]);
  }

  protected narrow(filter: string, value: string | null): void {
    this.ask({ [filter]: value });
  }

  /** Writes a part of the question into the address, from where it comes back as an input. */
  protected ask(queryParams: Params): void {
    void this.router.navigate([], {
      queryParams,
      queryParamsHandling: 'merge',
      scroll: 'manual',
    });
  }

  protected widen(): void {
    void this.router.navigate([], { queryParams: this.range(), scroll: 'manual' });
  }
}
