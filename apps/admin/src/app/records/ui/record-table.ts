import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RecordModel, RecordRow } from '@scitex/monitoring-contracts';
import { Icon } from '../../shared/ui/icon/icon';
import { formatValue } from './format-value';

export interface RecordSort {
  readonly sort: string;
  readonly order: 'asc' | 'desc';
}

/** Rows of a model in its listed columns. The time of a row leads to all of it. */
@Component({
  selector: 'sm-record-table',
  imports: [Icon, RouterLink],
  templateUrl: './record-table.html',
  styleUrl: './record-table.css',
})
export class RecordTable {
  readonly model = input.required<RecordModel>();
  readonly rows = input.required<readonly RecordRow[]>();
  readonly sort = input.required<RecordSort>();
  readonly sorted = output<RecordSort>();

  protected readonly columns = computed(() =>
    Object.entries(this.model().columns)
      .filter(([, { listed }]) => listed)
      .map(([name, column]) => ({
        name,
        ...column,
        numeric: column.type === 'number' || column.type === 'whole',
      })),
  );
  protected readonly shown = computed(() =>
    this.rows().map((row) => ({
      id: row.id,
      cells: this.columns().map((column) => ({ ...column, text: formatValue(column, row[column.name]) })),
    })),
  );

  protected ariaSort(column: string): 'ascending' | 'descending' | null {
    const { sort, order } = this.sort();
    if (sort !== column) return null;
    return order === 'asc' ? 'ascending' : 'descending';
  }

  /** The largest first, as it is what matters most; the other way round on a second press. */
  protected toggle(column: string): void {
    const { sort, order } = this.sort();
    this.sorted.emit({ sort: column, order: sort === column && order === 'desc' ? 'asc' : 'desc' });
  }
}
