import { Component, computed, input } from '@angular/core';
import type { Feed } from '../../util-feed/feed';
import { ClockPipe } from '../../util-format/format.pipes';
import { Icon } from '../icon/icon';

/** A proxy before a server that is away answers so; 0 is no answer at all. */
const UNANSWERED = [0, 502, 504];

/** Says once for all feeds of a page why, and since when, their figures are stale. */
@Component({
  selector: 'sm-outage-note',
  imports: [ClockPipe, Icon],
  template: `
    <div role="status">
      @if (outage(); as outage) {
        <p>
          <sm-icon name="alert" />
          <strong>{{ outage.heading }} since {{ outage.since | clock }}.</strong>
          <span class="untrusted">{{ outage.detail }}</span>
          <span>What you see is from before.</span>
        </p>
      }
    </div>
    @if (outage()) {
      <button type="button" class="button" (click)="retry()">Try again</button>
    }
  `,
  styleUrl: './outage-note.css',
  host: { '[class.glass]': 'outage()', '[class.quiet]': '!outage()' },
})
export class OutageNote {
  readonly feeds = input.required<readonly Feed<unknown>[]>();

  private readonly stale = computed(() =>
    this.feeds().filter((feed) => feed.problem() && feed.value() !== undefined),
  );

  protected readonly outage = computed(() => {
    const problem = this.stale()[0]?.problem();
    if (!problem) return undefined;
    const heading = UNANSWERED.includes(problem.status)
      ? 'The monitoring server has not answered'
      : 'Refreshing has failed';
    const since = Math.min(...this.stale().flatMap((feed) => feed.failingSince()?.getTime() ?? []));
    return { heading, since: new Date(since), detail: problem.detail };
  });

  protected retry(): void {
    for (const feed of this.stale()) feed.reload();
  }
}
