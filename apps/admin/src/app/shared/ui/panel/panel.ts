import { Component, computed, input } from '@angular/core';
import type { Feed } from '../../util-feed/feed';
import { ClockPipe } from '../../util-format/format.pipes';
import { ProblemNote } from '../notes/problem-note';

/**
 * A glass panel that is a named region, and shows what its feed is at: loading, failed, or the projected content with a
 * mark where that is stale. A failure stays inside the panel.
 */
@Component({
  selector: 'sm-panel',
  imports: [ClockPipe, ProblemNote],
  templateUrl: './panel.html',
  styleUrl: './panel.css',
})
export class Panel {
  readonly heading = input.required<string>();
  readonly note = input<string>();
  readonly feed = input<Feed<unknown>>();

  protected readonly id = computed(() => `panel-${this.heading().toLowerCase().replaceAll(/\W+/g, '-')}`);
  protected readonly state = computed(() => {
    const feed = this.feed();
    if (!feed || feed.value() !== undefined) return 'content';
    return feed.problem() ? 'problem' : 'loading';
  });

  protected readonly staleSince = computed(() =>
    this.feed()?.problem() ? this.feed()?.updatedAt() : undefined,
  );
}
