import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RecordModel, RecordRow } from '@scitex/monitoring-contracts';
import { SortHeader } from '../../shared/ui/table/sort-header';
import type { SortOrder } from '../../shared/util-sort/sort-order';
import { formatValue } from './format-value';

/** Rows of a model in its listed columns. The time of a row leads to all of it. */
@Component({
  selector: 'sm-record-table',
  imports: [RouterLink, SortHeader],
  templateUrl: './record-table.html',
  styleUrls: ['../../shared/ui/table/table.css', './record-table.css'],
})
export class RecordTable {
  readonly model = input.required<RecordModel>();
  readonly rows = input.required<readonly RecordRow[]>();
  readonly sort = input.required<SortOrder>();
  readonly sorted = output<SortOrder>();

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
}
