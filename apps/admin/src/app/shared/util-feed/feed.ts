import type { HttpResourceRef } from '@angular/common/http';
import { computed, effect, linkedSignal, type ResourceSnapshot, type Signal } from '@angular/core';
import type { Problem } from '@scitex/monitoring-contracts';
import { toProblem } from '../util-http/problem';

/**
 * A read that keeps its last answer while the next one is on its way or fails, so that a view refreshes without flicker.
 * An answer to another question (another range, another filter) is never kept beyond a failure.
 */
export interface Feed<T> {
  readonly value: Signal<T | undefined>;
  /** Why the newest call failed; with a `value`, that value is stale. */
  readonly problem: Signal<Problem | undefined>;
  /** When the first of the calls failed that have failed in a row since. */
  readonly failingSince: Signal<Date | undefined>;
  readonly loading: Signal<boolean>;
  /** The `value` answers the question before the one that is being asked. */
  readonly outdated: Signal<boolean>;
  readonly updatedAt: Signal<Date | undefined>;
  reload(): void;
}

interface FeedState<T> {
  value?: T;
  updatedAt?: Date;
  problem?: Problem;
  failingSince?: Date;
  outdated: boolean;
}

/** @example readonly health = toFeed(httpResource<Health>(() => 'api/health')) */
export function toFeed<T>(resource: HttpResourceRef<T | undefined>): Feed<T> {
  const state = linkedSignal<ResourceSnapshot<T | undefined>, FeedState<T>>({
    source: resource.snapshot,
    computation: (snapshot, previous) => follow(previous?.value ?? { outdated: false }, snapshot),
  });
  // A linked signal follows only what is read: unseen, the last answer would be lost.
  effect(() => void state());
  return {
    value: computed(() => state().value),
    problem: computed(() => state().problem),
    failingSince: computed(() => state().failingSince),
    loading: resource.isLoading,
    outdated: computed(() => state().outdated),
    updatedAt: computed(() => state().updatedAt),
    reload: () => void resource.reload(),
  };
}

function follow<T>(last: FeedState<T>, snapshot: ResourceSnapshot<T | undefined>): FeedState<T> {
  switch (snapshot.status) {
    case 'idle':
      return { outdated: false };
    case 'loading':
      return { ...last, outdated: last.value !== undefined };
    case 'reloading':
      return last;
    case 'resolved':
    case 'local':
      return { value: snapshot.value, updatedAt: new Date(), outdated: false };
    case 'error': {
      const failure = { problem: toProblem(snapshot.error), failingSince: last.failingSince ?? new Date() };
      return last.outdated ? { ...failure, outdated: false } : { ...last, ...failure };
    }
    default:
      return snapshot satisfies never;
  }
}
