import { z } from 'zod';

/** The fields that callers fill in: each refusal says the mend, with the limits. */

const WHOLE_NUMBER = /^[0-9]{1,15}$/;

/** A refusal in these words; a parameter that is given twice comes as an array. */
const refusal = (message: string) => ({
  error: ({ input }: { input?: unknown }) => (Array.isArray(input) ? 'Give this only once.' : message),
});

/** A whole number in decimal digits. @example wholeNumber('hours', 1, 24) */
export function wholeNumber(unit: string, min: number, max: number) {
  const words = refusal(`Use a whole number of ${unit} between ${min} and ${max}.`);
  return z.preprocess(toNumber, z.int(words).min(min, words).max(max, words));
}

/** `1e1`, `0x10` and ` 1` are numbers to JavaScript, and hardly what somebody meant. */
function toNumber(value: unknown): unknown {
  return typeof value === 'string' && WHOLE_NUMBER.test(value) ? Number(value) : value;
}

export function text(maxLength: number) {
  const words = refusal(`Use 1 to ${maxLength} characters.`);
  return z.string(words).min(1, words).max(maxLength, words);
}

export function oneOf<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z.enum(values, refusal(`Use one of ${values.join(', ')}.`));
}

/** @param of what the id is of, such as `an account` */
export function idOf(of: string) {
  return z.uuid(refusal(`Use the id of ${of}, a UUID such as 0198c1d2-7f3a-7b4c-8d5e-6f708192a3b4.`));
}
