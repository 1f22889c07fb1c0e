import { Component, input, output } from '@angular/core';
import type { Problem } from '@scitex/monitoring-contracts';
import { CountPipe } from '../../util-format/format.pipes';

/** How much of a list is shown, and the way to more of it. */
@Component({
  selector: 'sm-load-more',
  imports: [CountPipe],
  template: `
    <p role="status">{{ shown() | count }} of {{ total() | count }}{{ atLeast() ? '+' : '' }} shown</p>
    @if (problem(); as problem) {
      <p role="alert" class="problem untrusted">{{ problem.detail }}</p>
    }
    @if (hasMore()) {
      <button type="button" class="button" [attr.aria-disabled]="loading()" (click)="more.emit()">
        {{ loading() ? 'Loading …' : problem() ? 'Try again' : label() }}
      </button>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--space-2) var(--space-4);
      padding-top: var(--space-3);
      color: var(--muted);
      font-size: var(--text-sm);
    }
    .problem {
      color: var(--critical);
    }
  `,
})
export class LoadMore {
  readonly shown = input.required<number>();
  readonly total = input.required<number>();
  /** There may be more than `total`. */
  readonly atLeast = input(false);
  readonly hasMore = input.required<boolean>();
  readonly loading = input.required<boolean>();
  readonly problem = input<Problem>();
  /** What the way to more is called. */
  readonly label = input('Load more');
  readonly more = output();
}
