import { Component, computed, input } from '@angular/core';
import { CountPipe } from '../../../shared/util-format/format.pipes';
import { wordsFor } from './drop-reasons';

/** Each reason for which events were dropped, with its mend. */
@Component({
  selector: 'sm-drop-reasons',
  imports: [CountPipe],
  template: `
    @if (reasons().length > 0) {
      <h3>Why events were dropped</h3>
      <dl>
        @for (reason of reasons(); track reason.key) {
          <dt class="untrusted">{{ reason.count | count }} {{ reason.name }}</dt>
          <dd class="muted">{{ reason.mend }}</dd>
        }
      </dl>
    }
  `,
  styles: `
    h3 {
      margin-bottom: var(--space-2);
      font-size: var(--text-sm);
    }
    dt {
      font-weight: 600;
    }
    dd + dt {
      margin-top: var(--space-2);
    }
  `,
})
export class DropReasons {
  readonly dropped = input.required<Readonly<Record<string, number>>>();

  protected readonly reasons = computed(() =>
    Object.entries(this.dropped()).map(([key, count]) => ({ key, count, ...wordsFor(key) })),
  );
}
