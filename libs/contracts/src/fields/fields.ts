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

const NUMBER = /^-?[0-9]{1,17}(\.[0-9]{1,17})?(e[+-]?[0-9]{1,3})?$/i;

/** A number as JSON writes it, such as `12.5`. */
export function decimal() {
  const words = 'Use a number, such as 12.5.';
  return z.string(refusal(words)).regex(NUMBER, words).transform(Number).refine(Number.isFinite, words);
}

/** A whole number from 0, such as `200`. */
export function natural() {
  const words = 'Use a whole number, such as 200.';
  return z.string(refusal(words)).regex(WHOLE_NUMBER, words).transform(Number);
}

export function yesOrNo() {
  return oneOf(['true', 'false']).transform((value) => value === 'true');
}

/** Values of one parameter, at most. */
const MOST_VALUES = 50;

/** One value, or several by giving the parameter as often. @example several(oneOf(['low', 'high'])) */
export function several<Item extends z.ZodType>(item: Item) {
  return z.union([z.string(), z.array(z.string())]).transform((given, context): z.output<Item>[] => {
    const refuse = (message: string) => context.issues.push({ code: 'custom', message, input: given });
    const values = Array.isArray(given) ? given : [given];
    if (values.length > MOST_VALUES) refuse(`Give at most ${MOST_VALUES} values.`);
    const read = values.map((value) => item.safeParse(value));
    const wrong = read.find(({ success }) => !success)?.error?.issues[0];
    if (wrong) refuse(wrong.message);
    return read.flatMap(({ data }) => (data === undefined ? [] : [data]));
  });
}

/** An object as JSON text, such as `{"cache":"hit"}`. */
export function jsonObject(maxLength: number) {
  const words = 'Use a JSON object, such as {"cache":"hit"}.';
  return text(maxLength).transform((given, context): Record<string, unknown> => {
    const value = parse(given);
    if (isStorableObject(value)) return value;
    context.issues.push({ code: 'custom', message: words, input: given });
    return z.NEVER;
  });
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** PostgreSQL stores neither NUL nor half of a surrogate pair, which JSON writes as escapes. */
function isStorableObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return !/\\u(0000|d[89a-f])/.test(JSON.stringify(value));
}
