import { Component, computed, input } from '@angular/core';
import type { Occurrence } from '@scitex/monitoring-contracts';
import { StackTrace } from '../../shared/ui/stack-trace/stack-trace';
import { toFacts } from './occurrence-facts';

/** All that was recorded of one occurrence. */
@Component({
  selector: 'sm-occurrence-detail',
  imports: [StackTrace],
  template: `
    <p class="untrusted">{{ occurrence().message }}</p>
    <sm-stack-trace [stack]="occurrence().stackTrace" />
    <dl>
      @for (fact of facts(); track fact.name) {
        <dt class="untrusted">{{ fact.name }}</dt>
        <dd class="untrusted">{{ fact.value }}</dd>
      }
    </dl>
  `,
  styleUrl: './facts.css',
})
export class OccurrenceDetail {
  readonly occurrence = input.required<Occurrence>();
  protected readonly facts = computed(() => toFacts(this.occurrence()));
}
