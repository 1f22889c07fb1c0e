import type { Deploy } from '@scitex/monitoring-contracts';
import { uuidv7 } from 'uuidv7';
import { select, type Queryable } from '../queryable.js';
import { DEPLOY_COLUMNS } from './deploy-columns.js';

/** `id`: of the poster's choice, so that a repeated post is known again; null for one of ours. */
export interface PostedDeploy {
  readonly id: string | null;
  readonly timestamp: Date;
  readonly app: string;
  readonly environment: string;
  readonly release: string;
  readonly note: string | null;
  readonly url: string | null;
}

/** There is another deploy with this id, or of this release at this very time. */
export class DeployConflictError extends Error {}

/**
 * Stores a deploy that somebody tells of. One that was posted before, and says the same, is that one.
 * @throws DeployConflictError where the one that was posted before says something else
 */
export async function postDeploy(db: Queryable, posted: PostedDeploy): Promise<Deploy> {
  const { app, environment, release, note, url } = posted;
  const key = [posted.timestamp.toISOString(), app, environment, release];
  await db.query(INSERT, [posted.id ?? uuidv7(), ...key, note, url]);
  const [stored] = await select<Deploy>(db, FIND, [...key, note, url, posted.id]);
  if (!stored) throw new DeployConflictError('Another deploy has this id, or this release and time.');
  return stored;
}

const INSERT = `
  INSERT INTO monitoring.deploy (id, timestamp, app, environment, release, source, note, url)
  VALUES ($1, $2, $3, $4, $5, 'posted', $6, $7) ON CONFLICT DO NOTHING`;

const FIND = `
  SELECT ${DEPLOY_COLUMNS} FROM monitoring.deploy
  WHERE timestamp = $1 AND app = $2 AND environment = $3 AND release = $4 AND source = 'posted'
    AND note IS NOT DISTINCT FROM $5 AND url IS NOT DISTINCT FROM $6
    AND id = coalesce($7::uuid, id)`;
