import { Component, input } from '@angular/core';
import type { Severity } from '@scitex/monitoring-contracts';

/** How bad an error is, in a word and a colour. */
@Component({
  selector: 'sm-severity-badge',
  template: `<span class="badge" [attr.data-tone]="severity()">{{ severity() }}</span>`,
  styleUrl: './badge.css',
})
export class SeverityBadge {
  readonly severity = input.required<Severity>();
}
