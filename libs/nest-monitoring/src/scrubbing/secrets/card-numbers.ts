import { isDigit } from './characters.js';
import type { FindSecrets } from './spans.js';

const MIN_DIGITS = 13;
const MAX_DIGITS = 19;
/** Between two groups of digits. */
const SEPARATORS = ' -+.';
const MIN_GROUP = 4;
/** One of two neighbours is a digit everywhere in a card number, so that it is enough to look at every so many. */
const STRIDE = MIN_DIGITS - 1;

/** The lengths of the card numbers that begin with these digits (ISO/IEC 7812); nothing else is a card's. */
const ISSUERS = /^(?:4(?:.{12}|.{15}|.{18})|5.{12,18}|6.{12,18}|2[2-7].{14}|3[04-9].{12,14})$/;

/** Card numbers: 13 to 19 digits with or without separators, of a known issuer, with a valid check digit. */
export const findCardNumbers: FindSecrets = (text, found) => {
  for (let at = 0; at + 1 < text.length; at += STRIDE) {
    if (!isDigit(text.charCodeAt(at)) && !isDigit(text.charCodeAt(at + 1))) continue;
    const start = startOfRun(text, at);
    const end = endOfRun(text, at);
    if (end - start >= MIN_DIGITS && isCard(text, start, end)) found.push({ start, end });
    while (at + STRIDE < end) at += STRIDE;
  }
};

function isCard(text: string, start: number, end: number): boolean {
  // Longer runs are ids, or lists of numbers; the digits of one that is much longer need not even be counted.
  if (end - start > 2 * MAX_DIGITS || isLetter(text, start - 1) || isLetter(text, end)) return false;
  if (isPartOfId(text, start, end)) return false;
  const groups = text.slice(start, end).split(/[ +.-]/);
  if (groups.length > 1 && groups.slice(0, -1).some(({ length }) => length < MIN_GROUP)) return false;
  const digits = groups.join('');
  return digits.length <= MAX_DIGITS && ISSUERS.test(digits) && isLuhn(digits);
}

/** https://en.wikipedia.org/wiki/Luhn_algorithm */
function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = digits.length - 1, isDoubled = false; at >= 0; at--, isDoubled = !isDoubled) {
    const digit = digits.charCodeAt(at) - 0x30;
    sum += isDoubled ? digit * 2 - (digit > 4 ? 9 : 0) : digit;
  }
  return sum % 10 === 0;
}

function startOfRun(text: string, from: number): number {
  let at = isDigit(text.charCodeAt(from)) ? from : from + 1;
  while (at > 0 && continues(text, at - 1, -1)) at--;
  return isDigit(text.charCodeAt(at)) ? at : at + 1;
}

function endOfRun(text: string, from: number): number {
  let at = isDigit(text.charCodeAt(from)) ? from : from + 1;
  while (at < text.length && continues(text, at, 1)) at++;
  return isDigit(text.charCodeAt(at - 1)) ? at : at - 1;
}

/** A digit, or a single separator with a digit on its other side. */
function continues(text: string, at: number, step: 1 | -1): boolean {
  if (isDigit(text.charCodeAt(at))) return true;
  return SEPARATORS.includes(text.charAt(at)) && isDigit(text.charCodeAt(at + step));
}

/** Four hex digits before it or behind it, as a UUID has them around groups that happen to be of decimal ones. */
function isPartOfId(text: string, start: number, end: number): boolean {
  return (
    /[0-9a-f]{4}-$/i.test(text.slice(Math.max(0, start - 5), start)) ||
    /^-[0-9a-f]{4}/i.test(text.slice(end, end + 5))
  );
}

function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at) | 0x20;
  return code >= 0x61 && code <= 0x7a;
}
