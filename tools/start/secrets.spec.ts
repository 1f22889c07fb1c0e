import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forgetSecret, keepSecret, makePassword } from './secrets.ts';

describe('secrets', () => {
  const folder = mkdtempSync(join(tmpdir(), 'secrets-spec-'));
  const file = join(folder, 'new', 'jwt-secret');

  afterAll(() => rmSync(folder, { recursive: true }));

  it('are made once, kept for their owner alone, and made anew after they were forgotten', () => {
    const secret = keepSecret(file);
    expect(secret.length).toBeGreaterThanOrEqual(64);
    expect(keepSecret(file)).toBe(secret);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    forgetSecret(file);
    expect(keepSecret(file)).not.toBe(secret);
  });

  it('include passwords that can be read from a screen', () => {
    expect(makePassword()).toMatch(/^[a-zA-Z2-9]{20}$/);
    expect(makePassword()).not.toMatch(/[lioIO01]/);
    expect(makePassword()).not.toBe(makePassword());
  });
});
