import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Occurrence } from '@scitex/monitoring-contracts';
import { StackTrace } from '../../shared/ui/stack-trace/stack-trace';
import { around } from '../../shared/util-drill-down/around';
import { userPage } from '../../shared/util-drill-down/rows-behind';
import { toFacts } from './occurrence-facts';

/** As of the rows that belong to a row. */
const AROUND_HOURS = 12;

/** All that was recorded of one occurrence. */
@Component({
  selector: 'sm-occurrence-detail',
  imports: [RouterLink, StackTrace],
  template: `
    <p class="untrusted">{{ occurrence().message }}</p>
    <sm-stack-trace [stack]="occurrence().stackTrace" />
    <dl>
      @for (fact of facts(); track fact.name) {
        <dt class="untrusted">{{ fact.name }}</dt>
        <dd class="untrusted">{{ fact.value }}</dd>
      }
    </dl>
    @if (user(); as user) {
      <a [routerLink]="user.path" [queryParams]="user.queryParams">What this user did around that time</a>
    }
  `,
  styleUrl: './facts.css',
})
export class OccurrenceDetail {
  readonly occurrence = input.required<Occurrence>();
  protected readonly facts = computed(() => toFacts(this.occurrence()));
  protected readonly user = computed(() => {
    const { userId, timestamp } = this.occurrence();
    return userId ? userPage(around(timestamp, AROUND_HOURS), userId) : undefined;
  });
}
