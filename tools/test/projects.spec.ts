import { join } from 'node:path';
import type { Config } from 'jest';
import { ROOT } from '../product/paths.ts';
import { CONTRACT, E2E, planOf, productsOf, UNIT } from './projects.ts';

describe('the plan of npm test', () => {
  it('covers everything by default', () => {
    expect(planOf([])).toEqual({ unit: UNIT, contract: CONTRACT, e2e: E2E, checks: true });
  });

  it('covers what is named', () => {
    expect(planOf(['api-e2e', 'storage'])).toEqual({
      unit: ['storage'],
      contract: [],
      e2e: ['api-e2e'],
      checks: false,
    });
  });

  it('refuses a name that is no project', () => {
    expect(() => planOf(['storrage'])).toThrow(
      'There is no test project «storrage»: choose from contracts, ',
    );
  });

  it.each([
    [[], ['api', 'admin', 'sample', 'nest-monitoring']],
    [['api-e2e'], ['api', 'admin', 'sample', 'nest-monitoring']],
    [['nest-monitoring'], ['nest-monitoring']],
    [['nest-monitoring-e2e', 'storage'], ['nest-monitoring']],
    [['storage', 'admin'], []],
  ])('for %p builds first what its tests run: %p', (names, products) => {
    expect(productsOf(planOf(names))).toEqual(products);
  });

  it('leaves out no project of Jest', async () => {
    const { default: config } = (await import(join(ROOT, 'jest.config.ts'))) as { default: Config };
    const names = config.projects?.map((project) =>
      typeof project === 'string' ? project.split('/').at(-2) : project.displayName,
    );
    expect([...UNIT, ...CONTRACT, ...E2E].sort()).toEqual(names?.sort());
  });
});
