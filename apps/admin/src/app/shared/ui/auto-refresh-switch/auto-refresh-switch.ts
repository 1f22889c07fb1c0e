import { Component, input, output } from '@angular/core';

/** Whether a page reads its figures anew by itself. */
@Component({
  selector: 'sm-auto-refresh-switch',
  template: `
    <label>
      <input type="checkbox" role="switch" [checked]="on()" #toggle (change)="turned.emit(toggle.checked)" />
      Auto-refresh
    </label>
  `,
  styleUrl: './auto-refresh-switch.css',
})
export class AutoRefreshSwitch {
  readonly on = input.required<boolean>();
  readonly turned = output<boolean>();
}
