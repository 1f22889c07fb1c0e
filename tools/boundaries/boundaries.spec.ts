import { ESLint } from 'eslint';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
const RULE = '@nx/enforce-module-boundaries';

/** What the boundary rule says of an import that stands in a file of the checkout. */
async function judge(filePath: string, imported: string): Promise<string[]> {
  const eslint = new ESLint({ cwd: ROOT });
  const [result] = await eslint.lintText(`import '${imported}';\n`, { filePath: join(ROOT, filePath) });
  return (result?.messages ?? []).filter(({ ruleId }) => ruleId === RULE).map(({ message }) => message);
}

describe('the boundaries between the parts of the house', () => {
  it.each([
    ['apps/api/src/main.ts', '@angular/core'],
    ['apps/api/src/main.ts', '@scitex/nest-monitoring'],
    ['apps/admin/src/main.ts', '@scitex/monitoring-storage'],
    ['apps/admin/src/main.ts', '@nestjs/common'],
    ['apps/sample/src/main.ts', '@scitex/monitoring-storage'],
    ['libs/contracts/src/index.ts', '@scitex/monitoring-storage'],
    ['libs/contracts/src/index.ts', 'rxjs'],
    ['libs/storage/src/index.ts', '@scitex/nest-monitoring'],
    ['libs/nest-monitoring/src/index.ts', 'typeorm'],
    ['apps/api-e2e/src/health.spec.ts', '@scitex/monitoring-storage'],
  ])('%s may not import %s', async (file, imported) => {
    expect(await judge(file, imported)).toHaveLength(1);
  });

  it.each([
    ['apps/api/src/main.ts', '@scitex/monitoring-storage'],
    ['apps/admin/src/main.ts', '@scitex/monitoring-contracts'],
    ['apps/sample/src/main.ts', '@scitex/nest-monitoring'],
    ['libs/nest-monitoring/src/index.ts', '@scitex/monitoring-storage/writer'],
  ])('%s may import %s', async (file, imported) => {
    expect(await judge(file, imported)).toEqual([]);
  });
});
