import { Component, input } from '@angular/core';

/**
 * Text of a monitored app, as it is: never markup, and scrollable in both directions, by keyboard too. With the class
 * `wrapped`, its lines are broken where they are too long.
 */
@Component({
  selector: 'sm-raw-text',
  template: `<pre class="untrusted" tabindex="0" role="group" [attr.aria-label]="label()">{{ text() }}</pre>`,
  styleUrl: './raw-text.css',
})
export class RawText {
  readonly text = input.required<string>();
  readonly label = input.required<string>();
}
