import { type Signal, signal } from '@angular/core';

/** A signal whose value outlives the page, where the browser lets us store it. */
export interface Remembered<T> {
  readonly value: Signal<T>;
  set(value: T): void;
}

/**
 * @param accepts tells a value of ours from whatever else may lie under the key
 * @example remembered('scitex.auto-refresh', true, (value) => typeof value === 'boolean')
 */
export function remembered<T>(
  key: string,
  initial: T,
  accepts: (value: unknown) => value is T,
): Remembered<T> {
  const value = signal(read(key, accepts) ?? initial);
  return {
    value: value.asReadonly(),
    set(next) {
      value.set(next);
      write(key, next);
    },
  };
}

function read<T>(key: string, accepts: (value: unknown) => value is T): T | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return accepts(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function write(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Storage is blocked or full: the choice lasts as long as the page.
  }
}
