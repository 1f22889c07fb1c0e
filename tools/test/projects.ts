import { Failure } from '../process/failure.ts';

export const UNIT = ['contracts', 'storage', 'nest-monitoring', 'api', 'sample', 'admin', 'tools'];
/** Drive hosts that use the packed module. */
export const CONTRACT = ['nest-monitoring-e2e'];
/** Drive the running product. */
export const E2E = ['api-e2e', 'admin-e2e'];
const ALL = [...UNIT, ...CONTRACT, ...E2E];

/** What tests of the module need: their hosts are processes that load what npm would pack. */
const MODULE = ['nest-monitoring'];
/** All that is built. */
const PRODUCTS = ['api', 'admin', 'sample', ...MODULE];

/** What a run covers. */
export interface Plan {
  readonly unit: readonly string[];
  readonly contract: readonly string[];
  readonly e2e: readonly string[];
  /** Lint, type-check and build: only with everything. */
  readonly checks: boolean;
}

/**
 * Everything, or the Jest projects that are named.
 *
 * @throws Failure for a name that is no project.
 * @example planOf(['storage', 'api-e2e']) // { unit: ['storage'], contract: [], e2e: ['api-e2e'], checks: false }
 */
export function planOf(names: readonly string[]): Plan {
  const unknown = names.find((name) => !ALL.includes(name));
  if (unknown) {
    throw new Failure(`There is no test project «${unknown}»: choose from ${ALL.join(', ')}.`);
  }
  if (names.length === 0) return { unit: UNIT, contract: CONTRACT, e2e: E2E, checks: true };
  const chosen = (projects: readonly string[]) => projects.filter((project) => names.includes(project));
  return { unit: chosen(UNIT), contract: chosen(CONTRACT), e2e: chosen(E2E), checks: false };
}

/** What has to be built before the tests of a plan. */
export function productsOf({ unit, contract, e2e, checks }: Plan): readonly string[] {
  if (checks || e2e.length > 0) return PRODUCTS;
  return testsModule({ unit, contract }) ? MODULE : [];
}

/** Whether there are tests of the module, which have hosts with queues. */
export const testsModule = ({ unit, contract }: Pick<Plan, 'unit' | 'contract'>): boolean =>
  unit.includes('nest-monitoring') || contract.length > 0;
