import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from '../product/paths.ts';

/** Runs the SPA's folder rules over a checkout that consists of these files under apps/admin/src. */
function verify(files: Readonly<Record<string, string>>): { accepted: boolean; report: string } {
  const root = mkdtempSync(join(tmpdir(), 'domains-spec-'));
  try {
    copyFileSync(join(ROOT, 'sheriff.config.ts'), join(root, 'sheriff.config.ts'));
    symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
    // Sheriff takes the folder of the topmost one for the root.
    write(join(root, 'tsconfig.base.json'), '{}');
    write(join(root, 'apps/admin/tsconfig.json'), '{ "extends": "../../tsconfig.base.json" }');
    for (const [path, code] of Object.entries(files)) write(join(root, 'apps/admin/src', path), code);
    const sheriff = join(ROOT, 'node_modules', '.bin', 'sheriff');
    const { status, stdout, stderr } = spawnSync(sheriff, ['verify'], { cwd: root, encoding: 'utf8' });
    return { accepted: status === 0, report: stdout + stderr };
  } finally {
    rmSync(root, { recursive: true });
  }
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

const main = { 'main.ts': `import './app/errors/feature-list/page';\n` };

describe('the domains of the SPA', () => {
  it.each([
    ['dashboard/ui/chart', 'another domain'],
    ['shell/navigation', 'the shell'],
    ['errors/feature-detail/page', 'another feature'],
  ])('may not import %s: %s', (imported) => {
    const { accepted, report } = verify({
      ...main,
      'app/errors/feature-list/page.ts': `import '../../${imported}';\n`,
      [`app/${imported}.ts`]: 'export const it = 1;\n',
    });
    expect(report).toContain('page.ts');
    expect(accepted).toBe(false);
  });

  it('may import their own parts, and what is shared', () => {
    const { accepted } = verify({
      ...main,
      'app/errors/feature-list/page.ts': `import '../ui/table';\nimport '../../shared/util-format/number';\n`,
      'app/errors/ui/table.ts': 'export const table = 1;\n',
      'app/shared/util-format/number.ts': 'export const number = 1;\n',
    });
    expect(accepted).toBe(true);
  });
});
