import { normalizeMessage } from './normalize-message.js';

describe('normalizeMessage', () => {
  it.each([
    ['User 42 not found', 'User <number> not found'],
    ['took 12.5ms, limit 10ms', 'took <number>ms, limit <number>ms'],
    ['offset -3 of 1_000_000', 'offset <number> of <number>'],
    ['got 1.5e-7', 'got <number>'],
    ['order #1234: paid', 'order #<number>: paid'],
    ['user_42 and paper12345', 'user_<number> and paper<number>'],
    ['id=550e8400-e29b-41d4-a716-446655440000', 'id=<uuid>'],
    ['id 550E8400E29B41D4A716446655440000 gone', 'id <uuid> gone'],
    ['commit 7f3a9bc of 0xDEADBEEF', 'commit <hex> of <hex>'],
    ['at 2026-11-23T20:39:12.123Z', 'at <time>'],
    ['since 2026-11-23 20:39:12 UTC', 'since <time>'],
    ['on Mon Nov 23 2026 20:39:12 GMT+0000 (Coordinated Universal Time)', 'on <time>'],
    ['until 23/11/2026, 20:39', 'until <time>, <time>'],
    ['mail to ada.lovelace+x@example.org failed', 'mail to <email> failed'],
    ['connect ECONNREFUSED 127.0.0.1:5432', 'connect ECONNREFUSED <ip>'],
    ['connect ECONNREFUSED ::1:5432', 'connect ECONNREFUSED <ip>'],
    ['peer fe80::1ff:fe23:4567:890a left', 'peer <ip> left'],
    ['GET https://api.example.org/v1/papers?id=9 failed', 'GET <url> failed'],
    ['fetch redis://cache:6379/0: timeout', 'fetch <url> timeout'],
    ['/users/42/papers/7 missing', '/users/<number>/papers/<number> missing'],
    ["User 'alice' not found", 'User <value> not found'],
    ['title "On Growth" is taken', 'title <value> is taken'],
    ['session V1StGXR8_Z5jdHi6B-myT expired', 'session <id> expired'],
    [
      'token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P bad',
      'token <id> bad',
    ],
    ['  two\n  lines\tand tabs ', 'two lines and tabs'],
  ])('%j becomes %j', (message, expected) => expect(normalizeMessage(message)).toBe(expected));

  it.each([
    "Cannot read properties of undefined (reading 'title')",
    'duplicate key value violates unique constraint "users_email_key"',
    'relation "papers" does not exist',
    "Cannot find module './papers'",
    "can't do what it doesn't know",
    'utf8 and sha256 over HTTP2',
    'std::vector overflow',
    'getPaperByIdentifierHandler is not a function',
    'the facade decade accede',
    '',
  ])('leaves %j as it is', (message) => expect(normalizeMessage(message)).toBe(message));

  it('changes nothing that it has already normalised', () => {
    const once = normalizeMessage('User 42 of https://x.org wrote "y" to a@b.org at 10:30 from 10.0.0.1');
    expect(normalizeMessage(once)).toBe(once);
  });

  it.each([
    'a',
    '1',
    'a1',
    '-',
    '"',
    "'",
    ':',
    'a.',
    '1.',
    '1,',
    '@',
    'a@',
    'f:',
    ' ',
    'mon, ',
    '0x',
    '://',
    'a-1',
  ])('is quick with a long run of %j', (unit) => {
    const message = unit.repeat(100_000);
    const started = performance.now();
    normalizeMessage(message);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
