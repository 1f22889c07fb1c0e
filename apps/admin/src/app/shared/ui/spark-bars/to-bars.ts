export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const WIDTH = 96;
const HEIGHT = 24;
const GAP = 2;
/** A count of none still shows where it stands, and one of few beside many can still be seen. */
const BASELINE = 1;
const LEAST = 3;

/** Bars on a field of 96 by 24, the highest count as high as the field. */
export function toBars(counts: readonly number[]): Bar[] {
  const highest = Math.max(...counts, 1);
  const width = (WIDTH + GAP) / counts.length - GAP;
  return counts.map((count, index) => {
    const height = count === 0 ? BASELINE : Math.max(LEAST, (count / highest) * HEIGHT);
    return { x: index * (width + GAP), y: HEIGHT - height, width, height };
  });
}
