import { randomUUID } from 'node:crypto';
import { pick, randomNumbers } from '@scitex/monitoring-storage/testing';
import type { DataSource } from 'typeorm';

export interface Activity {
  readonly id: string;
  readonly timestamp: string;
  readonly app: string;
  readonly user_id: string | null;
  readonly module: string | null;
  readonly feature: string | null;
  readonly weight: number;
}

const APPS = ['research-api', 'billing'];
const MODULES = ['papers', 'projects', "o'hara", '', null];
const FEATURES = ['search', 'export', '<b>view</b>', null];

/** Stores activities at these times, by anybody, of anything, and hands back what was stored. */
export async function storeActivities(
  db: DataSource,
  times: readonly number[],
  seed: number,
): Promise<Activity[]> {
  const random = randomNumbers(seed);
  const rows = times.map((time) => ({
    id: randomUUID(),
    timestamp: new Date(time).toISOString(),
    app: pick(APPS, random()),
    user_id: random() < 0.15 ? null : `user-${Math.floor(random() * 12)}`,
    module: pick(MODULES, random()),
    feature: pick(FEATURES, random()),
    weight: random() < 0.2 ? 1 + Math.floor(random() * 9) : 1,
  }));
  const rest = { environment: 'production', activity_type: 'view', success: true, details: {} };
  const days = [...new Set(rows.map(({ timestamp }) => timestamp.slice(0, 10)))];
  await db.query(`SELECT monitoring.ensure_partition(day::date) FROM unnest($1::text[]) AS day`, [days]);
  await db.query(
    `INSERT INTO monitoring.user_activity
     SELECT * FROM jsonb_populate_recordset(NULL::monitoring.user_activity, $1)`,
    [JSON.stringify(rows.map((row) => ({ ...rest, ...row })))],
  );
  return rows;
}

export const countOf = (rows: readonly Activity[]) => rows.reduce((sum, { weight }) => sum + weight, 0);

export const usersOf = (rows: readonly Activity[]) => new Set(rows.flatMap(({ user_id }) => user_id ?? []));

/** The activities from one instant to another, which is not among them. */
export function between(rows: readonly Activity[], from: string, to: string): Activity[] {
  const [first, end] = [Date.parse(from), Date.parse(to)];
  return rows.filter(({ timestamp }) => Date.parse(timestamp) >= first && Date.parse(timestamp) < end);
}
