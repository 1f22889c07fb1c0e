import { Component, computed, input } from '@angular/core';
import type { RecordModel, RecordRow } from '@scitex/monitoring-contracts';
import { RawText } from '../../shared/ui/raw-text/raw-text';
import { toFacts } from './to-facts';

/** Every column of a row: what is short as a list, what is long below it, as text. */
@Component({
  selector: 'sm-record-facts',
  imports: [RawText],
  template: `
    <dl>
      @for (fact of facts().short; track fact.label) {
        <dt>{{ fact.label }}</dt>
        <dd class="untrusted">{{ fact.text }}</dd>
      }
    </dl>
    @for (fact of facts().long; track fact.label) {
      <div>
        <h3>{{ fact.label }}</h3>
        <sm-raw-text class="wrapped" [label]="fact.label" [text]="fact.text" />
      </div>
    }
  `,
  styleUrl: './record-facts.css',
})
export class RecordFacts {
  readonly model = input.required<RecordModel>();
  readonly row = input.required<RecordRow>();
  protected readonly facts = computed(() => toFacts(this.model(), this.row()));
}
