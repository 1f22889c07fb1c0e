/** What is below is as good as nothing: a nanosecond or so, in milliseconds. */
const LEAST = 2 ** -20;
/** The first 17 bits of `LEAST`, less one: bin 0 is what is below it. */
const OFFSET = 32_095;
/** 32 bins for each power of two, as the first five bits of a double's fraction tell them. */
const SHIFT = 15;
/** Of an entry, those that its count takes. */
export const COUNT_BITS = 41;
const COUNT = 2 ** COUNT_BITS;

const double = new DataView(new ArrayBuffer(8));

/** The bin of a time in milliseconds: that of `monitoring.histogram_bin`, where its design is told. */
export function binOf(value: number): number {
  if (value < LEAST) return 0;
  double.setFloat64(0, value);
  return (double.getUint32(0) >>> SHIFT) - OFFSET;
}

/** An entry of a histogram as the store has it. A bin counts up to 2^41 - 1, and no further. */
export function entryOf(bin: number, count: number): number {
  return bin * COUNT + Math.min(count, COUNT - 1);
}

/** What stands for the values of a bin: that of `monitoring.histogram_value`. */
export function valueOf(bin: number): number {
  if (bin === 0) return 0;
  const part = (bin - 1) % 32;
  return 2 ** (Math.floor((bin - 1) / 32) - 20) * (1 + part / 32) * (1 + 1 / (65 + 2 * part));
}
