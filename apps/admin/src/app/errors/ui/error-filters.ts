import { TitleCasePipe } from '@angular/common';
import { Component, input, output } from '@angular/core';
import { ERROR_STATUSES, SEVERITIES } from '@scitex/monitoring-contracts';

export interface FilterValues {
  readonly q: string | undefined;
  readonly severity: string | undefined;
  readonly status: string | undefined;
  readonly sort: string;
}

export interface FilterChange {
  readonly name: keyof FilterValues;
  readonly value: string | null;
}

/** Narrows and sorts the list of errors. A search begins with Enter, or when its box is left. */
@Component({
  selector: 'sm-error-filters',
  imports: [TitleCasePipe],
  templateUrl: './error-filters.html',
  styleUrl: './error-filters.css',
})
export class ErrorFilters {
  readonly values = input.required<FilterValues>();
  readonly sorts = input.required<readonly { readonly id: string; readonly label: string }[]>();
  readonly changed = output<FilterChange>();

  protected readonly severities = SEVERITIES.toReversed();
  protected readonly statuses = ERROR_STATUSES;

  protected change(name: keyof FilterValues, value: string): void {
    this.changed.emit({ name, value: value.trim() || null });
  }
}
