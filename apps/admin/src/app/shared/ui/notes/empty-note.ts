import { Component, input } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-paths';

/** Nothing to show, and what to do about it. */
@Component({
  selector: 'sm-empty-note',
  imports: [Icon],
  template: `
    <div>
      <sm-icon [name]="icon()" />
      <p>
        <strong>{{ heading() }}</strong>
        <span><ng-content /></span>
      </p>
    </div>
  `,
  styleUrl: './note.css',
})
export class EmptyNote {
  readonly heading = input.required<string>();
  readonly icon = input<IconName>('minus');
}
