import { Component, input, output } from '@angular/core';
import type { Problem } from '@scitex/monitoring-contracts';
import { Icon } from '../icon/icon';

/** What went wrong, announced, with a way to try again. */
@Component({
  selector: 'sm-problem-note',
  imports: [Icon],
  template: `
    <div role="alert">
      <sm-icon name="alert" />
      <p>
        <strong class="untrusted">{{ problem().title }}</strong>
        <span class="untrusted">{{ problem().detail }}</span>
        @for (refused of problem().errors; track refused.field) {
          <span class="untrusted"
            ><bdi>{{ refused.field }}</bdi
            >: <bdi>{{ refused.message }}</bdi></span
          >
        }
      </p>
    </div>
    <button type="button" class="button" (click)="retry.emit()">Try again</button>
  `,
  styleUrl: './note.css',
})
export class ProblemNote {
  readonly problem = input.required<Problem>();
  readonly retry = output();
}
