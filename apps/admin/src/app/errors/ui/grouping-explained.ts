import { Component, input } from '@angular/core';
import type { ErrorDetail } from '@scitex/monitoring-contracts';

/** The parts that all occurrences of the group have in common, and by which they were put together. */
@Component({
  selector: 'sm-grouping-explained',
  template: `
    <p class="muted">
      Every occurrence has the same type, the same message once ids and numbers are taken out of it, and the
      same frames of your own code.
    </p>
    <dl>
      <dt>Type</dt>
      <dd class="mono untrusted">{{ grouping().errorType }}</dd>
      <dt>Message</dt>
      <dd class="mono untrusted">{{ grouping().normalizedMessage }}</dd>
      <dt>Fingerprint</dt>
      <dd class="mono untrusted">{{ grouping().fingerprint }}</dd>
    </dl>
    @if (grouping().frames.length > 0) {
      <div>
        <h3>Frames</h3>
        <ol>
          @for (frame of grouping().frames; track $index) {
            <li class="mono untrusted">{{ frame }}</li>
          }
        </ol>
      </div>
    }
  `,
  styleUrl: './facts.css',
})
export class GroupingExplained {
  readonly grouping = input.required<ErrorDetail['grouping']>();
}
