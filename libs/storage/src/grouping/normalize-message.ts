import { memoize } from './memoize.js';

/** What a message may cost: what comes later tells errors apart no better. */
const MAX_LENGTH = 2048;

/**
 * What varies from one occurrence to the next, likeliest first where two could match. Every repetition is
 * bounded, so that the time is linear in the message, whoever wrote it.
 */
const VARIABLES = {
  url: String.raw`\b[a-z][a-z\d+.-]{0,15}:\/\/[^\s"'<>\`)\]}]{1,2048}`,
  email: String.raw`(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}`,
  uuid: String.raw`(?<![a-z\d])[\da-f]{8}-?[\da-f]{4}-?[\da-f]{4}-?[\da-f]{4}-?[\da-f]{12}(?![a-z\d])`,
  time: [
    String.raw`(?<!\d)\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?: ?(?:Z|UTC|GMT|[+-]\d\d:?\d\d))?)?`,
    String.raw`\b(?:mon|tue|wed|thu|fri|sat|sun),? (?:[a-z]{3} \d\d?|\d\d? [a-z]{3}) \d{4}(?: \d\d:\d\d:\d\d(?: GMT(?:[+-]\d{4})?)?(?: \([^)]{1,40}\))?)?`,
    String.raw`(?<!\d)\d\d?[/.]\d\d?[/.]\d{4}(?!\d)`,
    String.raw`(?<![\d:])\d\d?:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?![\d:])`,
  ].join('|'),
  ip: [
    String.raw`(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?(?![\w.]\d)`,
    String.raw`(?<![\w:])(?:[\da-f]{0,4}:){2,7}[\da-f]{0,4}(?![\w:])`,
  ].join('|'),
  hex: String.raw`(?<![a-z\d])(?:0x[\da-f]{1,128}|(?=[a-f]{0,127}\d)(?=\d{0,127}[a-f])[\da-f]{7,128})(?![a-z\d])`,
  id: [
    String.raw`\beyJ[\w-]{8,1024}(?:\.[\w-]{1,2048}){0,2}`,
    String.raw`(?<![\w-])(?=(?:[a-z_-]{0,40}\d){3})[\w-]{16,512}(?![\w-])`,
  ].join('|'),
  value: String.raw`"[^"\n]{0,256}"|\`[^\`\n]{0,256}\`|(?<!\w)'[^'\n]{0,256}'(?!\w)`,
  number: String.raw`(?<![a-z\d])[+-]?\d{1,64}(?:[.,_]\d{1,64}){0,8}(?:e[+-]?\d{1,4})?|\d{4,64}`,
};

const NAMES = Object.keys(VARIABLES) as (keyof typeof VARIABLES)[];
const ANY = new RegExp(NAMES.map((name) => `(?<${name}>${VARIABLES[name]})`).join('|'), 'gi');

/** A quoted word after one of these is a name in the code, and so part of what went wrong; others are data. */
const NAMING =
  /\b(?:reading|setting|property|properties|method|function|module|package|import|export|class|provider|table|relation|column|constraint|index|schema|key|field|parameter|argument|option|variable|header) $/i;
const NAMING_REACH = 16;

/**
 * A message with whatever varies between occurrences replaced by what it is.
 * @example normalizeMessage('User 42 not found at https://x.org/u/42') // 'User <number> not found at <url>'
 */
export const normalizeMessage = memoize((message) =>
  message
    .slice(0, MAX_LENGTH)
    .replace(ANY, placeholder)
    .replace(/\s{1,2048}/g, ' ')
    .trim(),
);

function placeholder(match: string, ...rest: unknown[]): string {
  const groups = rest.at(-1) as Record<string, string | undefined>;
  const name = NAMES.find((candidate) => groups[candidate] !== undefined);
  if (name !== 'value') return `<${name}>`;
  const [offset, message] = rest.slice(-3) as [number, string];
  const before = message.slice(Math.max(0, offset - NAMING_REACH), offset);
  return NAMING.test(before) ? match : '<value>';
}
