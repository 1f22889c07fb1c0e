import { endOf, isSpace, isToken } from './characters.js';
import type { FindSecrets, Span } from './spans.js';

/** Schemes of an Authorization header as they are written, by their first letter, which is rare in texts. */
const SCHEMES = [
  ['B', ['Bearer', 'BEARER', 'Basic', 'BASIC']],
  ['b', ['bearer', 'basic']],
] as const;

/** What follows `Bearer` in plain English. */
const PROSE =
  /^(?:tokens?|auth\w*|schemes?|realm|errors?|headers?|is|was|not|and|or|for|with|must|required)=?$/i;
const MIN_CREDENTIALS = 4;

/** `Bearer …` and `Basic …`, wherever they stand. */
export const findCredentials: FindSecrets = (text, found) => {
  for (const [letter, schemes] of SCHEMES) {
    let at = text.indexOf(letter);
    while (at !== -1) {
      const scheme = schemes.find((scheme) => text.startsWith(scheme, at));
      const span = scheme === undefined ? null : credentialsAfter(text, at + scheme.length, scheme);
      if (span) found.push(span);
      at = text.indexOf(letter, span?.end ?? at + 1);
    }
  }
};

function credentialsAfter(text: string, from: number, scheme: string): Span | null {
  const start = endOf(text, from, isSpace);
  if (start === from) return null;
  const end = endOf(text, start, isToken);
  const token = text.slice(start, end);
  if (token.length < MIN_CREDENTIALS) return null;
  // A user and a password are told from a word by the colon between them.
  const isSecret = /^basic$/i.test(scheme) ? Buffer.from(token, 'base64').includes(':') : !PROSE.test(token);
  return isSecret ? { start, end } : null;
}
