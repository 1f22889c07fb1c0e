import { isSensitiveKey } from './sensitive-key.js';
import { findCardNumbers } from './secrets/card-numbers.js';
import { findCredentials } from './secrets/credentials.js';
import { findKeyValues } from './secrets/key-values.js';
import { findPrivateKeys } from './secrets/private-keys.js';
import { replaceSpans, type FindSecrets, type Span } from './secrets/spans.js';
import { findTokens } from './secrets/tokens.js';
import { findUserinfo } from './secrets/userinfo.js';

/** What stands where a secret stood. */
export const HIDDEN = '[scrubbed]';

/** Printable ASCII, as URLs encode it; all that secrets and what gives them away consist of. */
const ENCODED = /%([2-7][0-9a-f])/gi;
/** A URL may be a parameter of another, and that of a third. */
const MAX_ENCODINGS = 3;

/** As long as stacks are. */
const MIN_REMEMBERED = 512;

const NONE: ReadonlySet<string> = new Set();

/** Replaces the secrets in a text, in time linear in it. */
export type HideSecrets = (text: string) => string;

/** @param extra key words whose values are secrets beside the built-in ones */
export function secretHider(extra: ReadonlySet<string> = NONE): HideSecrets {
  const finders: readonly FindSecrets[] = [
    findUserinfo,
    findKeyValues((key) => isSensitiveKey(key, extra)),
    findCredentials,
    findTokens,
    findCardNumbers,
    findPrivateKeys,
  ];
  const hide = (text: string): string => {
    const found: Span[] = [];
    for (const find of finders) find(text, found);
    return found.length === 0 ? text : replaceSpans(text, found, HIDDEN);
  };
  const hideAll = (text: string): string => {
    const hidden = hide(text);
    return hidden.includes('%') ? hideEncoded(hidden, hide) : hidden;
  };
  // An error that comes again and again has one stack: comparing two takes a fraction of looking through one.
  let last = { text: '', hidden: '' };
  return (text) => {
    if (text.length < MIN_REMEMBERED) return hideAll(text);
    if (text !== last.text) last = { text, hidden: hideAll(text) };
    return last.hidden;
  };
}

/** A text that holds secrets once it is decoded is shown as it reads then; any other stays as it is. */
function hideEncoded(text: string, hide: HideSecrets): string {
  let shown = text;
  let layer = text;
  for (let depth = 0; depth < MAX_ENCODINGS; depth++) {
    const decoded = layer.replace(ENCODED, (_whole, hex: string) => String.fromCharCode(parseInt(hex, 16)));
    if (decoded === layer) break;
    layer = hide(decoded);
    if (layer !== decoded) shown = layer;
  }
  return shown;
}
