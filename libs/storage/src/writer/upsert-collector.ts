import type { CollectorReport } from '@scitex/monitoring-contracts';
import type pg from 'pg';
import { cleanSource } from './clean/source.js';

/** Nobody waits for it, and the next report says all of it again. */
const TIMEOUT_MS = 3_000;

/**
 * Stores a report in place of the run's earlier one. One that was overtaken on its way changes nothing. Times are
 * the store's, so that a process whose clock is wrong is not taken for a silent one.
 */
export async function upsertCollector(pool: pg.Pool, report: CollectorReport): Promise<void> {
  const { app, environment, release, instance } = cleanSource(report.source);
  const { captured, stored, buffered, spooled, dropped, kinds, cost } = report;
  // Not handed over as a literal: pg reads query_timeout, and its types do not know it.
  const statement = {
    text: UPSERT,
    values: [
      ...[report.id, app, environment, release, instance, report.uptime, report.ended],
      ...[captured, stored, buffered, spooled, dropped, kinds, cost],
      ...[report.mode, report.modeAge ?? report.uptime, report.eventLoopDelayP99],
    ],
    query_timeout: TIMEOUT_MS,
  };
  await pool.query(statement);
}

const ago = (milliseconds: string) => `now() - make_interval(secs => ${milliseconds}::float8 / 1000)`;

const UPSERT = `
INSERT INTO monitoring.collector AS earlier (id, app, environment, release, instance,
  uptime, started_at, reported_at, stopped_at,
  captured, stored, buffered, spooled, dropped, dropped_at, kinds, cost,
  mode, mode_since, event_loop_delay_p99)
VALUES ($1, $2, $3, $4, $5,
  $6, ${ago('$6')}, now(), CASE WHEN $7 THEN now() END,
  $8, $9, $10, $11, $12, CASE WHEN $12::jsonb - 'sampled' <> '{}' THEN now() END, $13, $14,
  $15, ${ago('$16')}, $17)
ON CONFLICT (id) DO UPDATE SET
  uptime = excluded.uptime, reported_at = excluded.reported_at, stopped_at = excluded.stopped_at,
  captured = excluded.captured, stored = excluded.stored,
  buffered = excluded.buffered, spooled = excluded.spooled, dropped = excluded.dropped,
  dropped_at = CASE WHEN excluded.dropped - 'sampled' = earlier.dropped - 'sampled'
    THEN earlier.dropped_at ELSE excluded.dropped_at END,
  kinds = excluded.kinds, cost = excluded.cost,
  mode = excluded.mode, mode_since = excluded.mode_since,
  event_loop_delay_p99 = excluded.event_loop_delay_p99
WHERE earlier.uptime <= excluded.uptime`;
