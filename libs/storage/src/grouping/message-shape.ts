const MAX_SHAPES = 256;

/** Every digit, but for the one that begins a number in hexadecimal. */
const DIGIT = /[1-9]|0(?!x)/gi;

/**
 * Remembers what was made of messages that differ in their digits alone, as those of one error mostly do. `normalize`
 * must not tell digits apart, but for `0x`: if then no digit is left of one message, the same is left of the others.
 */
export function byShape(normalize: (message: string) => string): (message: string) => string {
  const known = new Map<string, string>();
  return (message) => {
    const shape = message.replace(DIGIT, '1');
    const earlier = known.get(shape);
    if (earlier !== undefined) return earlier;
    const normalized = normalize(message);
    if (/\d/.test(normalized)) return normalized;
    if (known.size >= MAX_SHAPES) known.clear();
    known.set(shape, normalized);
    return normalized;
  };
}
