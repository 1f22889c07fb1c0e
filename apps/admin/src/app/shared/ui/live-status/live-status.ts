import { Component, computed, input } from '@angular/core';
import { formatTime } from '../../util-format/format';
import type { LiveState } from '../../util-live/live-state';

/** Says whether the page moves by itself; a screen reader is told of each change, and of nothing else. */
@Component({
  selector: 'sm-live-status',
  template: `<span role="status" [attr.data-state]="state().name">{{ words() }}</span>`,
  styleUrl: './live-status.css',
})
export class LiveStatus {
  readonly state = input.required<LiveState>();

  protected readonly words = computed(() => {
    const state = this.state();
    switch (state.name) {
      case 'off':
        return '';
      case 'live':
        return 'Live';
      case 'reconnecting':
        return 'Reconnecting…';
      case 'stale':
        return `Stale since ${formatTime(state.since)}`;
      default:
        return state satisfies never;
    }
  });
}
