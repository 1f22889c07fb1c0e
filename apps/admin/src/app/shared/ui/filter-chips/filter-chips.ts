import { Component, input, output } from '@angular/core';
import { Icon } from '../icon/icon';

export interface FilterChip {
  readonly name: string;
  readonly value: string;
}

/** What a page is narrowed to, each with a way out. */
@Component({
  selector: 'sm-filter-chips',
  imports: [Icon],
  template: `
    @for (chip of chips(); track chip.name + chip.value) {
      <button
        type="button"
        class="chip"
        [attr.aria-label]="'Remove filter ' + chip.name + ': ' + chip.value"
        (click)="removed.emit(chip)"
      >
        <span class="untrusted"
          >{{ chip.name }}: <bdi>{{ chip.value }}</bdi></span
        >
        <sm-icon name="close" />
      </button>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2);
    }
    :host:empty {
      display: none;
    }
  `,
})
export class FilterChips<Chip extends FilterChip = FilterChip> {
  readonly chips = input.required<readonly Chip[]>();
  readonly removed = output<Chip>();
}
