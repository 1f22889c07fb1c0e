import { Component, input } from '@angular/core';
import { RawText } from '../raw-text/raw-text';

/** A stack trace as it was recorded. */
@Component({
  selector: 'sm-stack-trace',
  imports: [RawText],
  template: `
    @if (stack(); as stack) {
      <sm-raw-text [text]="stack" label="Stack trace" />
    } @else {
      <p class="muted">This occurrence was recorded without a stack trace.</p>
    }
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
  `,
})
export class StackTrace {
  readonly stack = input.required<string | null>();
}
