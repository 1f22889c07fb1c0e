import type { FindSecrets } from './spans.js';

const BEGIN = '-----BEGIN ';
const END = '-----END ';
/** As long as the names of keys are: `ENCRYPTED PRIVATE KEY`, `PGP PRIVATE KEY BLOCK`. */
const MAX_LABEL = 64;

/** Private keys in PEM; one that was cut off reaches to the end of the text. */
export const findPrivateKeys: FindSecrets = (text, found) => {
  let at = text.indexOf(BEGIN);
  while (at !== -1) {
    const start = at + BEGIN.length;
    const isPrivate = text.slice(start, start + MAX_LABEL).includes('PRIVATE KEY');
    const end = isPrivate ? endOfKey(text, start) : start;
    if (isPrivate) found.push({ start: at, end });
    at = text.indexOf(BEGIN, end);
  }
};

function endOfKey(text: string, from: number): number {
  const end = text.indexOf(END, from);
  if (end === -1) return text.length;
  const close = text.indexOf('-----', end + END.length);
  return close === -1 ? text.length : close + '-----'.length;
}
