import { DestroyRef, effect, inject, type Signal, signal, untracked } from '@angular/core';
import { isWithin } from '@scitex/monitoring-contracts';
import { Live } from './live';
import type { LiveEvent } from './live-connection';
import type { LiveState } from '../util-live/live-state';
import type { Filters } from '../util-scope/filters';

/** From the beginning of one refresh to that of the next, at least. */
const REST_MS = 1_000;

export interface FollowOptions {
  readonly on: Signal<boolean>;
  /** What the page shows. */
  readonly scope: Signal<Filters>;
  readonly loading: Signal<boolean>;
  readonly refresh: () => void;
}

/** Calls `refresh` as soon as something happens that the page shows: never while it loads, and at most once a second. */
export function followLive({ on, scope, loading, refresh }: FollowOptions): Signal<LiveState> {
  const live = inject(Live);
  const isWanted = signal(false);
  const isResting = signal(false);
  let timer: ReturnType<typeof setTimeout> | undefined;

  effect((onCleanup) => {
    if (!on()) return;
    const following = live.events.subscribe((event) => {
      if (concerns(event, untracked(scope))) isWanted.set(true);
    });
    onCleanup(() => following.unsubscribe());
  });
  effect(() => {
    if (!isWanted() || isResting() || loading()) return;
    isWanted.set(false);
    isResting.set(true);
    timer = setTimeout(() => isResting.set(false), REST_MS);
    untracked(refresh);
  });
  inject(DestroyRef).onDestroy(() => clearTimeout(timer));
  return live.state;
}

function concerns(event: LiveEvent, scope: Filters): boolean {
  switch (event.type) {
    case 'summary':
      return event.data.refetch || event.data.sources.some((source) => isWithin(scope, source));
    case 'error':
      return isWithin(scope, event.data);
    case 'health':
      return true;
    default:
      return event satisfies never;
  }
}
