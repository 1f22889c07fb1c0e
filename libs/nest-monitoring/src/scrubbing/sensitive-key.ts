const WORDS = [
  'password password1 password2 passwd passcode pwd passphrase secret token jwt bearer authorization auth cookie credential credentials',
  'session sid csrf xsrf otp totp pin cvv cvc ssn iban signature sig hmac',
  'apikey privatekey secretkey accesskey signingkey creditcard cardnumber cvv2',
  'accesstoken refreshtoken idtoken authtoken clientsecret sessionid jsessionid phpsessid sessid',
].flatMap((line) => line.split(' '));

const PAIRS = [
  ...['api', 'private', 'access', 'account', 'signing', 'encryption', 'master', 'license'].map(
    (word) => `${word} key`,
  ),
  'credit card',
  'card number',
  'card no',
  'session id',
];

/** Only as the whole of a key: `max_tokens` counts, and `cookies_eaten` too. */
const WHOLES = ['tokens', 'passwords', 'secrets', 'cookies'];
/** As the last word: `DB_PASS`, but not `pass_rate`. */
const LAST = 'pass';
/** A key that ends so says something about a secret, and not the secret: `token_type`, `tokenCount`. */
const ABOUT = ['count', 'type', 'limit', 'length', 'ttl', 'expiry', 'expires', 'expired'];

/** At most this much of a key is looked at; longer keys are no key words. */
const MAX_KEY = 128;
/**
 * Keys come again and again; those that a client makes up must not fill the memory. Longer ones are not kept, as V8
 * may make of them a view of the whole text that they were found in.
 */
const MAX_KNOWN = 1_024;
const MAX_KNOWN_LENGTH = 12;

const SENSITIVE: ReadonlySet<string> = new Set(WORDS);
const sensitive = new Map<string, boolean>();

/**
 * Whether a key's value has to be hidden, word by word: `auth_token`, `authToken` and `X-Api-Key` are, `author` is not.
 * @param extra further key words, lower-cased
 */
export function isSensitiveKey(key: string, extra: ReadonlySet<string>): boolean {
  const text = key.length > MAX_KEY ? key.slice(0, MAX_KEY) : key;
  const isBuiltIn = text.length > MAX_KNOWN_LENGTH ? isSensitive(text) : recall(text);
  return isBuiltIn || (extra.size > 0 && isExtra(wordsOf(text), extra));
}

function recall(key: string): boolean {
  let answer = sensitive.get(key);
  if (answer === undefined) {
    answer = isSensitive(key);
    if (sensitive.size >= MAX_KNOWN) sensitive.clear();
    sensitive.set(key, answer);
  }
  return answer;
}

function isSensitive(key: string): boolean {
  const words = wordsOf(key);
  const last = words.at(-1) ?? '';
  if (words.length > 1 && ABOUT.includes(last)) return false;
  if (last === LAST || words.some((word) => SENSITIVE.has(word))) return true;
  const phrase = words.join(' ');
  return WHOLES.includes(phrase) || PAIRS.some((pair) => ` ${phrase} `.includes(` ${pair} `));
}

const isExtra = (words: readonly string[], extra: ReadonlySet<string>): boolean =>
  words.some((word) => extra.has(word)) || extra.has(words.join(''));

function wordsOf(key: string): string[] {
  return key
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}
