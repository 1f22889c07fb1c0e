import type { Limits } from '@scitex/monitoring-contracts';
import { bindableText } from '../queries/bindable.js';
import { selectOne } from '../queries/select-one.js';
import { select, type Queryable } from '../queryable.js';

export interface ThresholdChange {
  /** Null for all environments. */
  readonly environment: string | null;
  /** The one that was read; 0 where there was none. */
  readonly version: number;
  readonly thresholds: readonly Limits[];
  /** The id of the account that changes them. */
  readonly updatedBy: string;
}

/** The limits have been changed since they were read. */
export class StaleVersionError extends Error {
  constructor(readonly currentVersion: number) {
    super(`The thresholds have version ${currentVersion} by now.`);
  }
}

/**
 * Puts the limits of an environment in place of those that it had.
 * @throws StaleVersionError where they have another version than the one that was read
 */
export async function putThresholds(db: Queryable, change: ThresholdChange): Promise<void> {
  const environment = bindableText(change.environment ?? '');
  const { version, thresholds, updatedBy } = change;
  const put = await select(db, version === 0 ? INSERT : UPDATE, [
    environment,
    version + 1,
    JSON.stringify(thresholds),
    updatedBy,
  ]);
  if (put.length > 0) return;
  const current = await selectOne<{ version: number }>(
    db,
    'SELECT coalesce(max(version), 0) AS version FROM monitoring.threshold WHERE environment = $1',
    [environment],
  );
  throw new StaleVersionError(current.version);
}

const INSERT = `
  INSERT INTO monitoring.threshold (environment, version, own, updated_at, updated_by)
  VALUES ($1, $2, $3, now(), $4) ON CONFLICT DO NOTHING RETURNING version`;

/** In a WITH clause, as TypeORM hands out the rows of a bare UPDATE in another shape. */
const UPDATE = `
  WITH put AS (
    UPDATE monitoring.threshold SET version = $2, own = $3, updated_at = now(), updated_by = $4
    WHERE environment = $1 AND version = $2 - 1 RETURNING version
  ) SELECT version FROM put`;
