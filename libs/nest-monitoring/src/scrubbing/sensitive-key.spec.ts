import { isSensitiveKey } from './sensitive-key.js';

const none = new Set<string>();

describe('isSensitiveKey', () => {
  it.each([
    'password',
    'userPassword',
    'auth_token',
    'authToken',
    'X-Api-Key',
    'api_key',
    'APIKEY',
    'Authorization',
    'set-cookie',
    'client.secret',
    'credit card',
    'cardNumber',
    'refreshTOKEN',
    'csrf',
    'cookies',
    'DB_PASS',
    'password2',
    'accesstoken',
    'JSESSIONID',
    'AccountKey',
    'X-Amz-Signature',
    'sig',
  ])('hides %s', (key) => expect(isSensitiveKey(key, none)).toBe(true));

  it.each([
    'author',
    'authors',
    'tokenizer',
    'keyboard',
    'card',
    'discard',
    'monkey',
    'passage',
    'cookies_eaten_by',
    'max_tokens',
    'tokenCount',
    'token_type',
    'pass_rate',
    'compass',
    'primary key',
    'signal',
  ])('keeps %s', (key) => expect(isSensitiveKey(key, none)).toBe(false));

  it('knows the words that the host adds', () => {
    expect(isSensitiveKey('patient_id', new Set(['patientid']))).toBe(true);
    expect(isSensitiveKey('orcid', new Set(['orcid']))).toBe(true);
  });

  it('takes no longer for a long key', () =>
    expect(isSensitiveKey('aB'.repeat(1_000_000), none)).toBe(false));
});
