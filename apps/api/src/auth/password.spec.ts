import { hashPassword, verifyPassword } from './password.js';

it('hashes with argon2id at the cost that OWASP asks for, and with a salt of its own', async () => {
  const [one, other] = await Promise.all([hashPassword('secret'), hashPassword('secret')]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(one).not.toBe(other);
});

it('takes the password and no other', async () => {
  const hash = await hashPassword('secret');
  expect(await verifyPassword(hash, 'secret')).toBe(true);
  expect(await verifyPassword(hash, 'Secret')).toBe(false);
});

it('takes no password where there is no account, not even the decoy', async () => {
  expect(await verifyPassword(null, 'no account has this password')).toBe(false);
});
