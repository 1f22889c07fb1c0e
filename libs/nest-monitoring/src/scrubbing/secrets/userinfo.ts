import { isDigit, isLineEnd, isSpace } from './characters.js';
import type { FindSecrets } from './spans.js';

const AUTHORITY = '://';
/** What a URL cannot hold ends it. */
const OUTSIDE = '"\'`<>';

/** The user and password in URLs, `postgres://user:password@host`. */
export const findUserinfo: FindSecrets = (text, found) => {
  let at = text.indexOf(AUTHORITY);
  while (at !== -1) {
    const start = at + AUTHORITY.length;
    const { userinfo, end } = readAuthority(text, start);
    if (userinfo > start) found.push({ start, end: userinfo });
    at = text.indexOf(AUTHORITY, end);
  }
};

/** A password may hold a slash that ought to be encoded: then what stands before it is no host with its port. */
function readAuthority(text: string, start: number): { userinfo: number; end: number } {
  let userinfo = start;
  let colon = -1;
  let isPath = false;
  let at = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const character = text.charAt(at);
    if (isSpace(code) || isLineEnd(code) || OUTSIDE.includes(character)) break;
    if (character === '@') userinfo = at;
    else if (character === ':' && !isPath) colon = at;
    else if (character === '/' || character === '?' || character === '#') {
      isPath = true;
      // Found already, or none to be found.
      if (userinfo > start || colon === -1 || isDigit(text.charCodeAt(colon + 1))) break;
    }
  }
  return { userinfo, end: at };
}
