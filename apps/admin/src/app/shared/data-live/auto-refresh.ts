import { DestroyRef, DOCUMENT, effect, inject, type Signal } from '@angular/core';
import { remembered } from '../util-browser/remembered';

export const REFRESH_EVERY_MS = 30_000;

const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';

export interface AutoRefresh {
  readonly on: Signal<boolean>;
  turn(on: boolean): void;
}

/** Calls `refresh` every 30 s while switched on. A page that nobody sees asks for nothing, and catches up when it is seen again. */
export function autoRefresh(refresh: () => void): AutoRefresh {
  const document = inject(DOCUMENT);
  const switched = remembered('scitex.auto-refresh', true, isBoolean);
  let missed = false;

  const tick = () => {
    if (!switched.value()) return;
    missed = document.hidden;
    if (!missed) refresh();
  };
  const catchUp = () => {
    if (missed && !document.hidden) tick();
  };

  effect((onCleanup) => {
    if (!switched.value()) return;
    const timer = setInterval(tick, REFRESH_EVERY_MS);
    onCleanup(() => clearInterval(timer));
  });
  document.addEventListener('visibilitychange', catchUp);
  inject(DestroyRef).onDestroy(() => document.removeEventListener('visibilitychange', catchUp));

  return { on: switched.value, turn: switched.set };
}
