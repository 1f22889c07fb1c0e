import { Component, computed, input } from '@angular/core';
import type { ApiRateLimits } from '@scitex/monitoring-contracts';
import { formatCount, formatDateTime, formatShare, NO_VALUE } from '../../shared/util-format/format';
import { AgePipe, CountPipe, MomentPipe } from '../../shared/util-format/format.pipes';
import { limitState } from './limit-state';

/** What an API said last of its rate limit: how much is left, and until when; and when least was left. */
@Component({
  selector: 'sm-rate-limit-card',
  imports: [AgePipe, CountPipe, MomentPipe],
  templateUrl: './rate-limit-card.html',
  styleUrl: './rate-limit-card.css',
})
export class RateLimitCard {
  readonly limits = input.required<ApiRateLimits>();

  protected readonly last = computed(() => {
    const { last } = this.limits();
    return last && { ...last, state: limitState(last), reset: this.resetOf(last.resetAt) };
  });
  protected readonly lowest = computed(() => {
    const { lowest } = this.limits();
    const state = lowest && limitState(lowest);
    if (!state) return NO_VALUE;
    const { remaining, limit, seenAt } = lowest;
    return `${formatCount(remaining)} of ${formatCount(limit)} (${formatShare(state.left)}), ${formatDateTime(seenAt)}`;
  });

  /** A time that is over was the reset of a window which another has followed since. */
  private resetOf(resetAt: string | null): { readonly name: string; readonly value: string } {
    const isOver = resetAt !== null && Date.parse(resetAt) < Date.now();
    return { name: isOver ? 'Was reset' : 'Resets', value: formatDateTime(resetAt) };
  }
}
