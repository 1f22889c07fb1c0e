import { Component, input } from '@angular/core';

/** A stack trace as it was recorded, scrollable in both directions, by keyboard too. */
@Component({
  selector: 'sm-stack-trace',
  template: `
    @if (stack(); as stack) {
      <pre class="untrusted" tabindex="0" role="group" [attr.aria-label]="label()">{{ stack }}</pre>
    } @else {
      <p>This occurrence was recorded without a stack trace.</p>
    }
  `,
  styleUrl: './stack-trace.css',
})
export class StackTrace {
  readonly stack = input.required<string | null>();
  readonly label = input('Stack trace');
}
