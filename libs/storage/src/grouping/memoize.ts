/** Texts longer than this are worked out each time: what is remembered has to stay small, whoever wrote it. */
const MAX_LENGTH = 8_192;
const MAX_ENTRIES = 256;

/**
 * Remembers what a pure function made of a text: the same few errors come again and again. Bounded; when it is full
 * it is emptied, which costs nothing while it is not, and no more than working everything out once more when it is.
 */
export function memoize<Result>(make: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>();
  let last: { readonly text: string; readonly result: Result } | null = null;
  const recall = (text: string): Result => {
    const earlier = known.get(text);
    if (earlier !== undefined) return earlier;
    const result = make(text);
    if (text.length > MAX_LENGTH) return result;
    if (known.size >= MAX_ENTRIES) known.clear();
    known.set(text, result);
    return result;
  };
  return (text) => {
    // A burst is of one error: comparing two texts takes a fraction of what hashing one takes.
    if (last?.text !== text) last = { text, result: recall(text) };
    return last.result;
  };
}
