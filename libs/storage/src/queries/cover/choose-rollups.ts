import { select, type Queryable } from '../../queryable.js';
import type { DetailedKind, RollupKind } from '../../rollups/rollup-kind.js';
import { bindableText } from '../bindable.js';
import type { Scope } from '../scope.js';
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

async function hasOthers(
  db: Queryable,
  { app, environment, release }: Scope,
  kind: DetailedKind,
): Promise<boolean> {
  const given = Object.entries({ app, environment, release }).filter(([, value]) => value !== undefined);
  const narrowed = given.map(([column], index) => ` AND ${column} = $${index + 1}`).join('');
  const [row] = await select<{ found: boolean }>(
    db,
    `SELECT EXISTS (SELECT FROM monitoring.${kind.name}_series
     WHERE endpoint = '${kind.others['endpoint']}'${narrowed}) AS found`,
    given.map(([, value]) => bindableText(value ?? '')),
  );
  return row?.found === true;
}
