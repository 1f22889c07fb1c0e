import { Component, input } from '@angular/core';
import type { ErrorDetail } from '@scitex/monitoring-contracts';
import { AgePipe, CountPipe, MomentPipe } from '../../shared/util-format/format.pipes';

/** How often the error occurred, to how many, when and where. */
@Component({
  selector: 'sm-error-facts',
  imports: [AgePipe, CountPipe, MomentPipe],
  template: `
    <dl>
      <dt>Occurrences</dt>
      <dd>{{ error().count | count }}</dd>
      <dt>Users hit</dt>
      <dd>{{ error().userCount | count }}</dd>
      <dt>First seen</dt>
      <dd>
        {{ error().firstSeen | moment }} <span class="muted age">{{ error().firstSeen | age }}</span>
      </dd>
      <dt>Last seen</dt>
      <dd>
        {{ error().lastSeen | moment }} <span class="muted age">{{ error().lastSeen | age }}</span>
      </dd>
      <dt>Endpoint</dt>
      <dd class="mono untrusted">{{ error().endpoint ?? 'outside of a request' }}</dd>
      <dt>App</dt>
      <dd class="untrusted">{{ error().app }}</dd>
      <dt>Environment</dt>
      <dd class="untrusted">{{ error().environment }}</dd>
      <dt>Assignee</dt>
      <dd class="untrusted">{{ error().assignee?.name ?? 'nobody' }}</dd>
    </dl>
  `,
  styleUrl: './facts.css',
})
export class ErrorFacts {
  readonly error = input.required<ErrorDetail>();
}
