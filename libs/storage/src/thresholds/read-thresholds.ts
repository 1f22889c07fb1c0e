import { DEFAULT_THRESHOLDS, withLimits, type Limits, type Threshold } from '@scitex/monitoring-contracts';
import { bindableText } from '../queries/bindable.js';
import { select, type Queryable } from '../queryable.js';

/**
 * What health is judged by in an environment: its own limits, else those of all environments, else the defaults.
 * @param environment undefined for health across environments
 * @example judgeHealth(figures, window, await readThresholds(db, 'staging'))
 */
export async function readThresholds(db: Queryable, environment?: string): Promise<readonly Threshold[]> {
  const sets = await select<{ own: Limits[] }>(
    db,
    `SELECT own FROM monitoring.threshold WHERE environment IN ('', $1) ORDER BY environment COLLATE "C"`,
    [bindableText(environment ?? '')],
  );
  return sets.reduce((thresholds, { own }) => withLimits(thresholds, own), DEFAULT_THRESHOLDS);
}
