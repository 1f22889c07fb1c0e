/** What stands where a secret stood. */
export const HIDDEN = '[scrubbed]';

/** Bounded repetitions, so that the time is linear in the text whatever it holds. */
const USERINFO = /\b([a-z][a-z0-9+.-]{0,30}:\/\/)[^\s/@]{1,512}@/gi;

/** Cuts a text to `max` characters, never through a surrogate pair, and hides the credentials in its URLs. */
export function scrubText(text: string, max: number): string {
  const cut = text.length > max ? `${text.slice(0, max - 1).toWellFormed()}…` : text;
  return cut.includes('://') ? cut.replace(USERINFO, `$1${HIDDEN}@`) : cut;
}
