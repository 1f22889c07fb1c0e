import { cutText, scrubText } from './scrub-text.js';

const scrub = (text: string): string => scrubText(text, 8_192);
const JWT = `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P`;
const PEM = `-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA7\nq8Zx0\n-----END RSA PRIVATE KEY-----`;
// Put together here, so that nobody's search for leaked keys finds these.
const key = (...parts: string[]): string => parts.join('');

const SECRETS: readonly (readonly [text: string, shown: string])[] = [
  // Cards: Visa, Mastercard, American Express, Diners, JCB, Discover, Maestro.
  ['card 4111 1111 1111 1111 declined', 'card [scrubbed] declined'],
  ['5555-5555-5555-4444', '[scrubbed]'],
  ['378282246310005,', '[scrubbed],'],
  ['30569309025904', '[scrubbed]'],
  ['3530111333300000', '[scrubbed]'],
  ['n=6011111111111117&x=1', 'n=[scrubbed]&x=1'],
  ['4222222222222', '[scrubbed]'],
  ['6304000000000000', '[scrubbed]'],
  ['4111+1111+1111+1111 and 2223003122003222.', '[scrubbed] and [scrubbed].'],
  // Credentials of headers.
  ['Authorization: Bearer abc.def', 'Authorization: [scrubbed]'],
  ['sent Bearer s3cr3t to it', 'sent Bearer [scrubbed] to it'],
  ['bearer  mF_9.B5f-4.1JqM', 'bearer  [scrubbed]'],
  [`Basic ${Buffer.from('ada:pw').toString('base64')}!`, 'Basic [scrubbed]!'],
  ['cookie: sid=abc; theme=dark\nhost: x', 'cookie: [scrubbed]\nhost: x'],
  ['curl -H "Authorization: Token abc" https://x', 'curl -H "Authorization: [scrubbed]" https://x'],
  // JWTs and keys that tell what they are.
  [`got ${JWT} back`, 'got [scrubbed] back'],
  [`/verify/${JWT}`, '/verify/[scrubbed]'],
  [key('AKIA', 'IOSFODNN7EXAMPLE'), '[scrubbed]'],
  [`x ${key('ghp_', '16C7e42F292c6912E7710c838347Ae178B4a')} y`, 'x [scrubbed] y'],
  [`"${key('sk_', 'live_', '4eC39HqLyjWDarjtT1zdp7dc')}"`, '"[scrubbed]"'],
  [key('xoxb-', '1234-56789abcdefghijklmnop'), '[scrubbed]'],
  [key('AIza', 'SyD-9tSrke72PouQMnMX-a7eZSW0jkFMBWY'), '[scrubbed]'],
  [key('glpat-', 'abcdefghij0123456789'), '[scrubbed]'],
  [key('sk-', 'proj-abcdefghij0123456789'), '[scrubbed]'],
  [`bad key ${PEM} given`, 'bad key [scrubbed] given'],
  [PEM.slice(0, 50), '[scrubbed]'],
  // Values of sensitive keys, in every form that they come in.
  ['password=hunter2', 'password=[scrubbed]'],
  ['?q=1&api_key=abc123&page=2', '?q=1&api_key=[scrubbed]&page=2'],
  ['{"user":"ada","password":"hun\\"ter2","x":1}', '{"user":"ada","password":"[scrubbed]","x":1}'],
  ['"{\\"apiKey\\":\\"k-1\\",\\"a\\":1}"', '"{\\"apiKey\\":\\"[scrubbed]\\",\\"a\\":1}"'],
  ["{ authToken: 'abc def', author: 'Ada' }", "{ authToken: '[scrubbed]', author: 'Ada' }"],
  ["'secret' => 'x1'", "'secret' => '[scrubbed]'"],
  ['password2=abc; pin: 12', 'password2=[scrubbed]; pin: [scrubbed]'],
  ['token: abc123, more', 'token: [scrubbed], more'],
  ['api key: k-12 refused', 'api key: [scrubbed] refused'],
  ['Server=db;User Id=sa;Password=p@ss;Timeout=3', 'Server=db;User Id=sa;Password=[scrubbed];Timeout=3'],
  ['AccountKey=Zm9v+/==;EndpointSuffix=x', 'AccountKey=[scrubbed];EndpointSuffix=x'],
  ['mysqldump --password=hunter2 -u root', 'mysqldump --password=[scrubbed] -u root'],
  ['DB_PASSWORD=hunter2\nDB_HOST=x', 'DB_PASSWORD=[scrubbed]\nDB_HOST=x'],
  ['Key (token)=(abc123) already exists.', 'Key (token)=([scrubbed]) already exists.'],
  ["headers['x-api-key'] = 'k'", "headers['x-api-key'] = '[scrubbed]'"],
  ['"password":"never closed', '"password":"[scrubbed]'],
  // URLs.
  ['connect postgres://ada:pw@db:5432/x failed', 'connect postgres://[scrubbed]@db:5432/x failed'],
  ['redis://:p/w#1@cache', 'redis://[scrubbed]@cache'],
  ['https://t0ken@api.example.org/x', 'https://[scrubbed]@api.example.org/x'],
  // Encoded, once and twice.
  ['/login?next=%2Fx%3Fpassword%3Dhunter2%26a%3D1', '/login?next=/x?password=[scrubbed]&a=1'],
  ['u=https%3A%2F%2Fada%3Apw%40host%2Fx', 'u=https://[scrubbed]@host/x'],
  ['n=4111%201111%201111%201111', 'n=[scrubbed]'],
  ['x=token%253Dabc', 'x=token=[scrubbed]'],
];

const HARMLESS: readonly string[] = [
  'author: Ada Lovelace, monkey: 3, keyboard=qwerty, tokenizer: bpe, passage=12',
  'max_tokens=512 total_tokens: 90 tokenCount=4 token_type: bearer',
  'Unexpected token } in JSON at position 7',
  'Bearer token is missing; Bearer authentication required',
  'Basic authentication failed',
  'session: expired, auth: failed',
  'if (token == null || password === undefined) return token::text',
  'where password = $1 and token = ?',
  'password: null, secret=undefined',
  'ISBN 978-3-16-148410-0, 9783161484100',
  'order 4111111111111112, 1234567890123456',
  'at 1700000000000 ms, 1700000000000000 µs, 2024-01-01T12:34:56.789Z',
  'id 41111111-1111-4111-8111-111111111111 trace 0af7651916cd43dd8448eb211c80319c',
  'id 0b1c2d3e-ffff-4111-1111-11111111111f and abcd-5105-105105105100',
  'commit a4111111111111111f, phone +49 30 1234 5678',
  'GET http://localhost:8080/@nestjs/core?mail=ada@example.org 100%',
  'https://example.org/a:b/c@d and mailto:ada@example.org',
  '    at Session.verify (file:///srv/app/node_modules/@nestjs/auth/token.js:12:7)',
  '    at process.processTicksAndRejections (node:internal/process/task_queues:105:5)',
  'sk-learn, sk-some-long-class-name-here, npm_config_registry, hf_hub',
  '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----',
  'a discount of 50%25 for %E2%82%AC',
];

describe('scrubText', () => {
  it.each(SECRETS)('makes %j %j', (text, shown) => expect(scrub(text)).toBe(shown));

  it.each(SECRETS)('finds nothing more in what it made of %j', (_text, shown) =>
    expect(scrub(shown)).toBe(shown),
  );

  it.each(HARMLESS)('leaves %j alone', (text) => expect(scrub(text)).toBe(text));

  it('finds each of several secrets, also where they overlap', () => {
    expect(scrub(`https://a:b@h?token=${JWT} cost 4111111111111111`)).toBe(
      'https://[scrubbed]@h?token=[scrubbed] cost [scrubbed]',
    );
  });

  it('knows a secret that the cut goes through', () => {
    const text = `${'x'.repeat(80)} password=hunter2 postgres://ada:hunter2@db/x`;
    for (let max = 80; max < text.length; max++) expect(scrubText(text, max)).not.toMatch(/hunt|4111/);
  });

  it('stays within its limit, and says what it cut', () => {
    expect(scrubText('x'.repeat(1e6), 100)).toBe(`${'x'.repeat(66)}… [cut: 1000000 characters in all]`);
    expect(scrubText('a:b@c://'.repeat(1e3), 200).length).toBeLessThanOrEqual(200);
    expect(scrubText('pin=1 '.repeat(100), 600).length).toBeLessThanOrEqual(600);
    expect(cutText('🙂'.repeat(10), 4).isWellFormed()).toBe(true);
  });

  /** Generous: a quadratic one would take minutes. */
  const PIECES = ['a', '1', '4', '=', ':', '://', '@', '%', '%25', '%3D', '"', '\\', ' ', '-', '(', '\n'];
  const HOSTILE = [
    ...PIECES,
    ...[
      'eyJ',
      'eyJ-',
      '-sk-',
      'Bearer ',
      'a://b:c/',
      '-----BEGIN PRIVATE KEY',
      'password=',
      'password="',
      '%2525',
    ],
    ...['token:\\"', '4111 ', '1-', 'key ', 'api key: ', 'cookie: ', "pin='\\"],
  ];
  it.each(HOSTILE)('takes no longer for a text made of %j', (piece) => {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
    const startedAt = performance.now();
    scrubText(text, text.length);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });
});
