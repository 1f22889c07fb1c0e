import { computed, signal } from '@angular/core';

/** Buckets of a chart, by their index, the first and the last of them. */
export type BucketRange = readonly [number, number];

/** Where a reader is on a chart over time, and what they are selecting there. */
export class TimeCursor {
  private readonly anchor = signal<number | undefined>(undefined);
  private readonly position = signal<number | undefined>(undefined);

  /** A bucket; nothing until the reader goes to one. */
  readonly at = this.position.asReadonly();

  readonly selection = computed<BucketRange | undefined>(() => {
    const [anchor, at] = [this.anchor(), this.position()];
    if (anchor === undefined || at === undefined) return undefined;
    return anchor < at ? [anchor, at] : [at, anchor];
  });

  /** Goes to a bucket, and leaves what was selected. */
  goTo(bucket: number): void {
    this.anchor.set(undefined);
    this.position.set(bucket);
  }

  /** Selects up to a bucket, from where the selection began: from `from`, or where the reader is. */
  selectTo(bucket: number, from = this.position() ?? bucket): void {
    this.anchor.update((anchor) => anchor ?? from);
    this.position.set(bucket);
  }

  /** Leaves what was selected, then where the reader is. */
  cancel(): void {
    if (this.anchor() === undefined) this.position.set(undefined);
    this.anchor.set(undefined);
  }

  leave(): void {
    this.anchor.set(undefined);
    this.position.set(undefined);
  }
}

const PAGE = 10;

/** The bucket that a key leads to from another one; nothing where it leads nowhere. */
export function bucketByKey(key: string, at: number | undefined, count: number): number | undefined {
  const last = count - 1;
  const within = (bucket: number) => Math.min(Math.max(bucket, 0), last);
  // The newest bucket is what a reader most likely came for.
  const from = at ?? last;
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return at === undefined ? last : within(from - 1);
    case 'ArrowRight':
    case 'ArrowUp':
      return within(from + 1);
    case 'PageDown':
      return within(from - PAGE);
    case 'PageUp':
      return within(from + PAGE);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}
