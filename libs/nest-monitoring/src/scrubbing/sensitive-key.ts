const WORDS = [
  'password passwd pwd passphrase secret token jwt authorization auth cookie credential credentials',
  'session sid csrf xsrf otp pin cvv cvc ssn iban signature apikey privatekey accesskey creditcard cardnumber',
].flatMap((line) => line.split(' '));

const PAIRS = ['api key', 'private key', 'access key', 'credit card', 'card number', 'session id'];

/** At most this much of a key is looked at; longer keys are no key words. */
const MAX_KEY = 128;

/**
 * Whether a key's value has to be hidden, word by word: `auth_token`, `authToken` and `X-Api-Key` are, `author` is not.
 * @param extra further key words, lower-cased
 */
export function isSensitiveKey(key: string, extra: ReadonlySet<string>): boolean {
  const words = wordsOf(key.slice(0, MAX_KEY));
  if (words.some((word) => SENSITIVE.has(word) || extra.has(word))) return true;
  const phrase = ` ${words.join(' ')} `;
  return PAIRS.some((pair) => phrase.includes(` ${pair} `)) || extra.has(words.join(''));
}

const SENSITIVE: ReadonlySet<string> = new Set(WORDS);

function wordsOf(key: string): string[] {
  return key
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}
