import { Failure } from '../process/failure.ts';

export const UNIT = ['contracts', 'storage', 'nest-monitoring', 'api', 'sample', 'admin', 'tools'];
export const E2E = ['api-e2e', 'admin-e2e'];

/** What a run covers. */
export interface Plan {
  readonly unit: readonly string[];
  readonly e2e: readonly string[];
  /** Lint, type-check and build: only with everything. */
  readonly checks: boolean;
}

/**
 * Everything, or the Jest projects that are named.
 *
 * @throws Failure for a name that is no project.
 * @example planOf(['storage', 'api-e2e']) // { unit: ['storage'], e2e: ['api-e2e'], checks: false }
 */
export function planOf(names: readonly string[]): Plan {
  const unknown = names.find((name) => ![...UNIT, ...E2E].includes(name));
  if (unknown) {
    throw new Failure(`There is no test project «${unknown}»: choose from ${[...UNIT, ...E2E].join(', ')}.`);
  }
  if (names.length === 0) return { unit: UNIT, e2e: E2E, checks: true };
  const chosen = (projects: readonly string[]) => projects.filter((project) => names.includes(project));
  return { unit: chosen(UNIT), e2e: chosen(E2E), checks: false };
}
