/** What stands where a secret stood. */
export const HIDDEN = '[scrubbed]';

/** Bounded repetitions, so that the time is linear in the text whatever it holds. */
const USERINFO = /\b([a-z][a-z0-9+.-]{0,30}:\/\/)[^\s/@]{1,512}@/gi;
/** Begins with what the engine finds fastest; most texts with a URL have none with credentials. */
const HAS_USERINFO = /:\/\/[^\s/@]{1,512}@/;

/** Cuts a text to `max` characters, never through a surrogate pair, and hides the credentials in its URLs. */
export function scrubText(text: string, max: number): string {
  const cut = cutText(text, max);
  return HAS_USERINFO.test(cut) ? cut.replace(USERINFO, `$1${HIDDEN}@`) : cut;
}

/** Cuts a text to `max` characters, never through a surrogate pair, and marks the cut. */
export function cutText(text: string, max: number): string {
  return text.length > max ? `${text.slice(0, max - 1).toWellFormed()}…` : text;
}
