import { judgeHealth, withSince, type Health, type Threshold } from '@scitex/monitoring-contracts';
import type { Queryable } from '../queryable.js';
import { UNITS } from '../rollups/rollup-kind.js';
import { readThresholds } from '../thresholds/read-thresholds.js';
import { readHealthFigures } from './read-health-figures.js';
import { readHealthMinutes } from './read-health-minutes.js';
import type { Scope } from './scope.js';

/** How far back it is looked since when a check has its status; over windows of up to as long. */
const LOOK_BACK_MINUTES = 1440;

type HealthScope = Pick<Scope, 'from' | 'to' | 'app' | 'environment'>;

/** The health of a window, by the limits that its environment has now. It is not looked since when it is so. */
export async function readBareHealth(db: Queryable, scope: HealthScope): Promise<Health> {
  return (await judge(db, scope)).health;
}

/**
 * The health of a window that ends now, and since when each check has its status: null where the window is longer than
 * a day.
 * @example await readHealth(db, { from: new Date(Date.now() - 3_600_000), to: new Date(), environment: 'production' })
 */
export async function readHealth(db: Queryable, scope: HealthScope): Promise<Health> {
  const { health, thresholds } = await judge(db, scope);
  const window = Math.round((scope.to.getTime() - scope.from.getTime()) / UNITS.minute);
  if (window > LOOK_BACK_MINUTES) return health;
  const end = Math.floor(scope.to.getTime() / UNITS.minute) * UNITS.minute;
  const from = new Date(end - (window + LOOK_BACK_MINUTES) * UNITS.minute);
  const minutes = await readHealthMinutes(db, { ...scope, from, to: new Date(end) });
  return withSince(health, { end, minutes, window }, thresholds);
}

async function judge(
  db: Queryable,
  scope: HealthScope,
): Promise<{ health: Health; thresholds: readonly Threshold[] }> {
  const thresholds = await readThresholds(db, scope.environment);
  return { health: judgeHealth(await readHealthFigures(db, scope), scope, thresholds), thresholds };
}
