import { Component, computed, input } from '@angular/core';
import { MAX_REFUSALS, type Refusal } from '@scitex/monitoring-contracts';
import { RefusalRow } from './refusal-row';

/** What the store refused: each reason, how often it came, and an example. */
@Component({
  selector: 'sm-refusals',
  imports: [RefusalRow],
  template: `
    <h3>What was refused, and why</h3>
    <ul>
      @for (refusal of refusals(); track keyOf(refusal)) {
        <li><sm-refusal-row [refusal]="refusal" /></li>
      }
    </ul>
    @if (isFull()) {
      <p class="muted">
        The {{ refusals().length }} that came last: the table monitoring.quarantine has all.
      </p>
    }
  `,
  styles: `
    h3 {
      margin-bottom: var(--space-2);
      font-size: var(--text-sm);
    }
    ul {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-3);
    }
    p {
      margin-top: var(--space-3);
    }
  `,
})
export class Refusals {
  readonly refusals = input.required<readonly Refusal[]>();

  protected readonly isFull = computed(() => this.refusals().length >= MAX_REFUSALS);
  /** What an unfolded example stays unfolded by. */
  protected readonly keyOf = ({ app, environment, kind, reason }: Refusal) =>
    JSON.stringify([app, environment, kind, reason]);
}
