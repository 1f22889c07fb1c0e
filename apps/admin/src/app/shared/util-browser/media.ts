import { DestroyRef, DOCUMENT, inject, type Signal, signal } from '@angular/core';

/** Whether a media query matches, as it changes. @example mediaMatches('(prefers-color-scheme: dark)') */
export function mediaMatches(query: string): Signal<boolean> {
  const list = inject(DOCUMENT).defaultView?.matchMedia?.(query);
  const matches = signal(list?.matches ?? false);
  const follow = (event: MediaQueryListEvent) => matches.set(event.matches);
  list?.addEventListener('change', follow);
  inject(DestroyRef).onDestroy(() => list?.removeEventListener('change', follow));
  return matches.asReadonly();
}
