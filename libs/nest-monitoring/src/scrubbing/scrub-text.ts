import { secretHider, type HideSecrets } from './hide-secrets.js';

const hideSecrets = secretHider();
/** A secret that begins just before the cut has to be known for one. */
const BEYOND = 512;
/** Where there is no room to say how much was cut, the mark has to do. */
const MIN_TOLD = 64;

/** A text without its secrets, cut to `max` characters; what is cut away is hardly looked at, however much it is. */
export function scrubText(text: string, max: number, hide: HideSecrets = hideSecrets): string {
  const hidden = hide(text.length > max + BEYOND ? text.slice(0, max + BEYOND) : text);
  return text.length <= max && hidden.length <= max ? hidden : cut(hidden, max, text.length);
}

/**
 * Cuts a text to `max` characters, never through a surrogate pair, and says so.
 * @example cutText('x'.repeat(1000), 100) // 'xxx… [cut: 1000 characters in all]'
 */
export function cutText(text: string, max: number): string {
  return text.length <= max ? text : cut(text, max, text.length);
}

function cut(text: string, max: number, total: number): string {
  const told = max < MIN_TOLD ? '…' : `… [cut: ${total} characters in all]`;
  // A copy: V8 makes of a slice a view, which would keep all of the text in memory for as long as an event waits.
  return Buffer.from(text.slice(0, Math.max(0, max - told.length))).toString() + told;
}
