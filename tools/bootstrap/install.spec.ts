import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isInstalled } from './install.mjs';

describe('isInstalled', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'install-spec-'));
    mkdirSync(join(root, 'node_modules'));
  });

  afterEach(() => rmSync(root, { recursive: true }));

  const write = (file: string, packages: object) =>
    writeFileSync(join(root, file), JSON.stringify({ packages }));
  const wanted = (packages: object) => write('package-lock.json', { '': {}, 'apps/api': {}, ...packages });
  const present = (packages: object) => write('node_modules/.package-lock.json', packages);

  it('is false before the first installation', () => {
    wanted({ 'node_modules/pg': { version: '8.0.0' } });
    expect(isInstalled(root)).toBe(false);
  });

  it('is true when every package of the lockfile is there', () => {
    wanted({ 'node_modules/pg': { version: '8.0.0' }, 'node_modules/@x/api': { link: true } });
    present({ 'node_modules/pg': { version: '8.0.0' }, 'node_modules/@x/api': { link: true } });
    expect(isInstalled(root)).toBe(true);
  });

  it('is false when the lockfile has moved on', () => {
    wanted({ 'node_modules/pg': { version: '8.1.0' } });
    present({ 'node_modules/pg': { version: '8.0.0' } });
    expect(isInstalled(root)).toBe(false);
  });

  it('does not miss what another platform needs', () => {
    wanted({ 'node_modules/fsevents': { version: '2.3.3', optional: true } });
    present({});
    expect(isInstalled(root)).toBe(true);
  });
});
