/** Longer texts are worked out each time, so that what is remembered stays small whoever sends it. */
const MAX_LENGTH = 512;
const MAX_ENTRIES = 512;

/** Remembers what a pure function made of the texts that come with request after request; bounded. */
export function remember(make: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const earlier = known.get(text);
    if (earlier !== undefined) return earlier;
    const made = make(text);
    if (text.length > MAX_LENGTH) return made;
    if (known.size >= MAX_ENTRIES) known.clear();
    known.set(text, made);
    return made;
  };
}
