import { select, type Queryable } from '../../queryable.js';
import type { DetailedKind, RollupKind } from '../../rollups/rollup-kind.js';
import { narrowedTo, SOURCE, type Scope } from '../scope.js';
import type { Reading } from './rolled-up.js';

/**
 * The rollups that answer a scope: the totals where it asks for no endpoint and method, those by route else. Where a
 * service has made up so many names that some were counted as others, nobody knows whose they are: raw rows alone
 * answer then.
 */
export async function chooseRollups(
  db: Queryable,
  scope: Scope,
  { detailed, totals }: { readonly detailed: DetailedKind; readonly totals: RollupKind },
): Promise<Pick<Reading, 'kind' | 'units'>> {
  if (scope.endpoint === undefined && scope.method === undefined) return { kind: totals };
  return (await hasOthers(db, scope, detailed)) ? { kind: detailed, units: [] } : { kind: detailed };
}

/** Rollups that know no endpoints and methods: raw rows alone answer a scope that asks for some. */
export function rollupsWithoutRoutes<Kind extends RollupKind>(
  kind: Kind,
  scope: Scope,
): { readonly kind: Kind; readonly units: Kind['units'] } {
  const hasRoute = scope.endpoint !== undefined || scope.method !== undefined;
  return { kind, units: hasRoute ? [] : kind.units };
}

async function hasOthers(db: Queryable, scope: Scope, { name, others }: DetailedKind): Promise<boolean> {
  const parameters: unknown[] = [];
  const isOther = `endpoint = '${others['endpoint']}'`;
  const conditions = [isOther, ...narrowedTo(scope, parameters, { columns: SOURCE })];
  const [row] = await select<{ found: boolean }>(
    db,
    `SELECT EXISTS (SELECT FROM monitoring.${name}_series WHERE ${conditions.join(' AND ')}) AS found`,
    parameters,
  );
  return row?.found === true;
}
