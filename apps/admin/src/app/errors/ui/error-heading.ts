import { Component, input } from '@angular/core';
import type { ErrorDetail } from '@scitex/monitoring-contracts';
import { SeverityBadge } from '../../shared/ui/badges/severity-badge';
import { StatusBadge } from '../../shared/ui/badges/status-badge';
import { ErrorNamePipe } from '../../shared/util-format/error-name';

/** What the error is called, how bad it is and where the work on it stands. */
@Component({
  selector: 'sm-error-heading',
  imports: [ErrorNamePipe, SeverityBadge, StatusBadge],
  template: `
    <p class="mono muted untrusted">{{ error().errorType }}</p>
    <h1 class="untrusted">{{ error() | errorName }}</h1>
    <p class="badges">
      <sm-severity-badge [severity]="error().severity" />
      <sm-status-badge [status]="error().status" [regressed]="error().regressed" />
    </p>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-2);
    }
    .badges {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2);
    }
  `,
})
export class ErrorHeading {
  readonly error = input.required<ErrorDetail>();
}
