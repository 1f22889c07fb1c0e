import { endOf, isDigit, isLineEnd, isSpace, isValueEnd, isWord } from './characters.js';
import type { FindSecrets, Span } from './spans.js';

const MAX_KEY = 64;
const MIN_KEY = 3;
/** Digits at the end of a key. */
const MAX_NUMBER = 3;
/** Between a key and its separator, or between that and the value: spaces, closing quotes and brackets. */
const MAX_GAP = 4;
const CLOSERS = ' \t"\'`\\)]';
const QUOTES = '"\'`';
const BRACKETS: Readonly<Record<string, string>> = { '(': ')', '[': ']' };

/** Keys of two words of which the second says nothing by itself: `card number: …`. */
const SECOND_WORDS = /^(?:key|number|card|id|code)$/i;
/** Headers, whose values have spaces and semicolons in them. */
const HEADER = /^(?:(?:proxy-)?authorization|(?:set-)?cookie)$/i;
/** In prose a colon after one of these may begin an explanation: `session: expired`. */
const PROSE_KEY = /^(?:auth|sessions?|signature|credentials?|cookie|pin|sid|otp)$/i;
const PROSE_VALUE = /^[a-z]{1,15}$/;
/** No secrets: literals, the placeholders of statements, and what was hidden before. */
const NO_SECRET = /^(?:null|undefined|true|false|nil|none|NaN|\?|\$\d{1,4}|%[sdjo]|\*+|\[scrubbed|)$/;

/**
 * The values of sensitive keys, `password=…`, `"apiKey": "…"`, `token => '…'`: in queries, JSON, connection strings,
 * headers and prose. Each separator is looked at once, its key at most 64 characters back.
 */
export function findKeyValues(isSensitive: (key: string) => boolean): FindSecrets {
  return (text, found) => {
    for (const separator of [':', '=']) {
      let at = text.indexOf(separator);
      while (at !== -1) {
        const key = isScheme(text, at) ? null : keyBefore(text, at);
        const value = key !== null && isSensitive(key) ? valueAfter(text, at, key) : null;
        if (value) found.push(value);
        at = text.indexOf(separator, Math.max(value?.end ?? 0, at + 1));
      }
    }
  };
}

/** `https://` */
const isScheme = (text: string, separator: number): boolean =>
  text.charCodeAt(separator + 1) === 0x2f && text.charCodeAt(separator + 2) === 0x2f;

function keyBefore(text: string, separator: number): string | null {
  if (isAfterNumber(text, separator)) return null;
  let end = separator;
  while (end > 0 && separator - end < MAX_GAP && CLOSERS.includes(text.charAt(end - 1))) end--;
  const start = startOfWord(text, end);
  if (end - start < MIN_KEY) return null;
  const word = text.slice(start, end);
  if (start < 2 || text.charCodeAt(start - 1) !== 0x20 || !SECOND_WORDS.test(word)) return word;
  return text.slice(startOfWord(text, start - 1), end);
}

/** As most colons are: those of a stack's positions, `papers.js:12:7`. */
function isAfterNumber(text: string, separator: number): boolean {
  let at = separator - 1;
  if (!isDigit(text.charCodeAt(at))) return false;
  while (at > separator - MAX_NUMBER && isDigit(text.charCodeAt(at - 1))) at--;
  return !isWord(text.charCodeAt(at - 1)) || isDigit(text.charCodeAt(at - 1));
}

function startOfWord(text: string, end: number): number {
  let at = end;
  while (at > 0 && end - at < MAX_KEY && isWord(text.charCodeAt(at - 1))) at--;
  return at;
}

function valueAfter(text: string, separator: number, key: string): Span | null {
  const from = separator + (text.startsWith('=>', separator) ? 2 : 1);
  // A comparison, or a scope (`token::text`).
  if (text[from] === text[separator]) return null;
  const gap = Math.min(endOf(text, from, isSpace), from + MAX_GAP);
  const start = endOf(text, gap, (code) => code === 0x5c);
  const opener = text.charAt(start);
  if (opener !== '' && QUOTES.includes(opener)) return quoted(text, start + 1, opener, start > gap);
  const closer = BRACKETS[opener];
  if (closer !== undefined && !text.startsWith('[scrubbed]', start))
    return quoted(text, start + 1, closer, false);
  return unquoted(text, start, key, gap > from && text[separator] === ':');
}

/** Up to the closing quote; where the text was cut before that, all that is left of it. */
function quoted(text: string, start: number, closer: string, isEscaped: boolean): Span | null {
  let end = text.indexOf(closer, start);
  while (end > start && text[end - 1] === '\\' && !isEscaped) end = text.indexOf(closer, end + 1);
  if (end === -1) end = text.length;
  else if (isEscaped && text[end - 1] === '\\') end--;
  return spanOf(text, start, end);
}

function unquoted(text: string, start: number, key: string, isProse: boolean): Span | null {
  const end = endOf(text, start, (code) => !isValueEnd(code));
  const value = text.slice(start, end);
  if (isProse && PROSE_KEY.test(key) && PROSE_VALUE.test(value)) return null;
  if (!HEADER.test(key)) return spanOf(text, start, end);
  const isInLine = (code: number) => !isLineEnd(code) && !QUOTES.includes(String.fromCharCode(code));
  return spanOf(text, start, endOf(text, start, isInLine));
}

function spanOf(text: string, start: number, end: number): Span | null {
  // Long values are no literals, and not worth a copy.
  return end - start < 12 && NO_SECRET.test(text.slice(start, end)) ? null : { start, end };
}
