import { Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import type { RecordColumn, RecordModel } from '@scitex/monitoring-contracts';
import { choicesFor } from './filter-choices';

export interface AddedFilter {
  readonly parameter: string;
  readonly value: string;
}

/** Narrows a list by any column: which one, how, and by what value. */
@Component({
  selector: 'sm-add-filter',
  templateUrl: './add-filter.html',
  styleUrl: './add-filter.css',
})
export class AddFilter {
  readonly model = input.required<RecordModel>();
  readonly added = output<AddedFilter>();

  protected readonly columns = computed(() =>
    Object.entries(this.model().columns).map(([name, { label }]) => ({ name, label })),
  );
  protected readonly column = signal('app');
  protected readonly choices = computed(() => choicesFor(this.model(), this.column()));
  protected readonly choice = linkedSignal(() => this.choices()[0]);
  private readonly described = computed<RecordColumn | undefined>(() => this.model().columns[this.column()]);
  protected readonly isTime = computed(() => this.described()?.type === 'time');
  /** The values that there are, where they are few. */
  protected readonly values = computed(() => {
    const column = this.described();
    return column?.type === 'boolean' ? ['true', 'false'] : (column?.values ?? []);
  });
  protected readonly value = linkedSignal({
    source: this.column,
    computation: () => this.values()[0] ?? '',
  });
  protected readonly hint = computed(() => {
    switch (this.described()?.type) {
      case 'json':
        return '{"key":"value"}';
      case 'number':
      case 'whole':
        return 'A number';
      default:
        return 'The exact value';
    }
  });

  protected choose(parameter: string): void {
    this.choice.set(this.choices().find((choice) => choice.parameter === parameter));
  }

  protected add(): void {
    const choice = this.choice();
    const given = this.value().trim();
    if (!choice || (choice.takesValue && given === '')) return;
    const value = this.isTime() ? new Date(given).toISOString() : given;
    this.added.emit({ parameter: choice.parameter, value: choice.takesValue ? value : this.column() });
    this.value.set(this.values()[0] ?? '');
  }
}
