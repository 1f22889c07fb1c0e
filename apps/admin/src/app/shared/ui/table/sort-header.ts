import { Component, computed, input, output } from '@angular/core';
import type { Order, SortOrder } from '../../util-sort/sort-order';
import { Icon } from '../icon/icon';

/**
 * The head of a column that its table can be sorted by.
 * @example <th smSort="p95" [sorted]="sort()" (sort)="sorted.emit($event)">p95</th>
 */
@Component({
  selector: 'th[smSort]',
  imports: [Icon],
  template: `
    <button type="button" [title]="hint()" (click)="toggle()">
      <ng-content /><sm-icon name="sort" [class.up]="direction() === 'ascending'" />
    </button>
  `,
  styleUrl: './sort-header.css',
  host: { scope: 'col', '[attr.aria-sort]': 'direction()' },
})
export class SortHeader<Sort extends string> {
  readonly column = input.required<Sort>({ alias: 'smSort' });
  /** What the table is sorted by. */
  readonly sorted = input.required<SortOrder<Sort>>();
  /** What matters most, and so comes first on a first press. */
  readonly first = input<Order>('desc');
  /** What the figure means, for who does not know it. */
  readonly hint = input('');
  readonly sort = output<SortOrder<Sort>>();

  protected readonly direction = computed(() => {
    const { sort, order } = this.sorted();
    if (sort !== this.column()) return null;
    return order === 'asc' ? 'ascending' : 'descending';
  });

  /** What matters most first; the other way round on a second press. */
  protected toggle(): void {
    const { sort, order } = this.sorted();
    const isSecond = sort === this.column() && order === this.first();
    this.sort.emit({ sort: this.column(), order: isSecond ? opposite(order) : this.first() });
  }
}

const opposite = (order: Order): Order => (order === 'asc' ? 'desc' : 'asc');
