import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { FilterChips } from '../../shared/ui/filter-chips/filter-chips';
import { Icon } from '../../shared/ui/icon/icon';
import { EmptyNote } from '../../shared/ui/notes/empty-note';
import { Panel } from '../../shared/ui/panel/panel';
import { TimeRange } from '../../shared/ui/time-range/time-range';
import { firstText } from '../../shared/util-http/first-text';
import { rangeLabel, toHours } from '../../shared/util-range/range';
import { ERROR_ORDERS, type ErrorQuery, toOrder } from '../data/error-query';
import { ErrorsClient } from '../data/errors-client';
import { ErrorFilters } from '../ui/error-filters';
import { ErrorRow } from '../ui/error-row';
import { LoadMore } from '../ui/load-more';

/** The groups of errors that occurred in a range. Its address holds what it is narrowed to and sorted by. */
@Component({
  selector: 'sm-error-list-page',
  imports: [EmptyNote, ErrorFilters, ErrorRow, FilterChips, Icon, LoadMore, Panel, TimeRange],
  templateUrl: './error-list-page.html',
  styleUrl: './error-list-page.css',
})
export class ErrorListPage {
  readonly hours = input(toHours(undefined), { transform: toHours });
  readonly q = input(undefined, { transform: firstText });
  readonly severity = input(undefined, { transform: firstText });
  readonly status = input(undefined, { transform: firstText });
  readonly app = input(undefined, { transform: firstText });
  readonly environment = input(undefined, { transform: firstText });
  readonly endpoint = input(undefined, { transform: firstText });
  readonly method = input(undefined, { transform: firstText });
  readonly sort = input(toOrder(undefined), { transform: toOrder });

  private readonly router = inject(Router);
  private readonly query = computed<ErrorQuery>(() => ({
    hours: this.hours(),
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
  protected readonly range = computed(() => rangeLabel(this.hours()));
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

  /** Writes one part of the question into the address, from where it comes back as an input. */
  protected ask(parameter: string, value: string | number | null): void {
    void this.router.navigate([], {
      queryParams: { [parameter]: value },
      queryParamsHandling: 'merge',
      scroll: 'manual',
    });
  }

  protected widen(): void {
    void this.router.navigate([], { queryParams: { hours: this.hours() }, scroll: 'manual' });
  }
}
