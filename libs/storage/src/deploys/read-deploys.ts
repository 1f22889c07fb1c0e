import { MAX_DEPLOYS, type Deploy } from '@scitex/monitoring-contracts';
import type { Queryable } from '../queryable.js';
import { rowsOf } from '../queries/fragments.js';
import { within, type Scope } from '../queries/scope.js';
import { selectOne } from '../queries/select-one.js';
import { DEPLOY_COLUMNS } from './deploy-columns.js';
import { SHOWN } from './shown.js';

/**
 * The newest deploys of a scope, newest first, and how many it has; they have no endpoint and no method.
 * @example const { total, deploys } = await readDeploys(db, { from, to, app: 'research-api' })
 */
export function readDeploys(db: Queryable, scope: Scope): Promise<{ total: number; deploys: Deploy[] }> {
  const parameters: unknown[] = [];
  const columns = ['app', 'environment', 'release'] as const;
  const all = `FROM monitoring.deploy WHERE ${within(scope, parameters, { columns })} AND ${SHOWN}`;
  return selectOne(
    db,
    `SELECT (SELECT count(*) ${all})::float8 AS total,
       ${rowsOf(`
         SELECT ${DEPLOY_COLUMNS} ${all}
         ORDER BY deploy.timestamp DESC, deploy.id DESC LIMIT ${MAX_DEPLOYS}`)} AS deploys`,
    parameters,
  );
}
