import { Component, input } from '@angular/core';
import type { ErrorStatus } from '@scitex/monitoring-contracts';

/** Where the work on an error stands; a regressed one came back after it had been resolved. */
@Component({
  selector: 'sm-status-badge',
  template: `
    <span class="badge" [attr.data-tone]="status()">{{ status() }}</span>
    @if (regressed()) {
      <span class="badge" data-tone="high">regressed</span>
    }
  `,
  styleUrl: './badge.css',
})
export class StatusBadge {
  readonly status = input.required<ErrorStatus>();
  readonly regressed = input(false);
}
