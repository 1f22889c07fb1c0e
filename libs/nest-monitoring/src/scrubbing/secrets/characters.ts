/** What a character may be part of; one look into a table is several times as fast as an expression. */
const WORD = 1;
const TOKEN = 2;
const VALUE_END = 4;

const KINDS = new Uint8Array(128);
const mark = (characters: string, kind: number): void => {
  for (const character of characters) {
    const code = character.charCodeAt(0);
    KINDS[code] = (KINDS[code] ?? 0) | kind;
  }
};
const ALPHANUMERIC = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
mark(`${ALPHANUMERIC}_-`, WORD);
mark(`${ALPHANUMERIC}_-.~+/=`, TOKEN);
mark(' \t\r\n\v\f&;,"\'`<>)}]', VALUE_END);

const is = (kind: number) => (code: number) => code < 128 && ((KINDS[code] ?? 0) & kind) !== 0;

/** Of keys, and of the ids that services give out: `[A-Za-z0-9_-]`. */
export const isWord = is(WORD);
/** Of the credentials in an Authorization header (RFC 9110, `token68`), and of JWTs. */
export const isToken = is(TOKEN);
/** Ends an unquoted value, in a query, a connection string, a log line or an object's text. */
export const isValueEnd = is(VALUE_END);

export const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
export const isSpace = (code: number): boolean => code === 0x20 || code === 0x09;
export const isLineEnd = (code: number): boolean => code === 0x0a || code === 0x0d;

/** Where the characters from `from` on are no longer of one kind. */
export function endOf(text: string, from: number, belongs: (code: number) => boolean): number {
  let at = from;
  while (at < text.length && belongs(text.charCodeAt(at))) at++;
  return at;
}
