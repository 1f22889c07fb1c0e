import type { Collectors, CollectorsQuery } from '@scitex/monitoring-contracts';
import type { Queryable } from '../queryable.js';
import { bindableText } from './bindable.js';
import { iso, rowOf, rowsOf } from './fragments.js';
import { refusalsWhere } from './refusals.js';
import { selectOne } from './select-one.js';

/** Three times as long as a living process is silent at most. */
const SILENT_AFTER_SECONDS = 90;
const MAX_ITEMS = 200;

/**
 * What the processes that capture last reported of themselves, newest first, their sum, and what the store refused.
 * @example const { items, totals, refusals } = await readCollectors(db, { hours: 24 })
 */
export function readCollectors(db: Queryable, query: CollectorsQuery): Promise<Collectors> {
  const parameters: unknown[] = [query.hours];
  const conditions = (['app', 'environment'] as const)
    .flatMap((column) => {
      const value = query[column];
      return value === undefined ? [] : [`AND ${column} = $${parameters.push(bindableText(value))}`];
    })
    .join(' ');
  return selectOne<Collectors>(
    db,
    `WITH run AS MATERIALIZED (
       SELECT *, ${sumOf('dropped')} AS losses,
         CASE WHEN stopped_at IS NOT NULL THEN 'stopped'
              WHEN reported_at < now() - make_interval(secs => ${SILENT_AFTER_SECONDS}) THEN 'silent'
              ELSE 'reporting' END AS state,
         (cost->>'captureMicros')::float8 AS capture_micros
       FROM monitoring.collector
       WHERE reported_at >= now() - make_interval(hours => $1::integer) ${conditions}
     )
     SELECT ${rowsOf(ITEMS)} AS items, ${rowOf(TOTALS)} AS totals,
       ${rowsOf(refusalsWhere(conditions))} AS refusals`,
    parameters,
  );
}

/** The sum of the values of a JSON object of counts. */
function sumOf(counts: string): string {
  return `(SELECT coalesce(sum(value::bigint), 0) FROM jsonb_each_text(${counts}))::bigint`;
}

const ITEMS = `
  SELECT id, app, environment, release, instance, state,
    ${iso('started_at')} AS "startedAt", ${iso('reported_at')} AS "reportedAt",
    captured, stored, buffered, spooled, dropped,
    captured - stored - buffered - spooled - losses AS balance,
    ${iso('dropped_at')} AS "droppedAt", kinds, cost,
    mode, ${iso('mode_since')} AS "modeSince", event_loop_delay_p99 AS "eventLoopDelayP99"
  FROM run ORDER BY reported_at DESC, id LIMIT ${MAX_ITEMS}`;

const DROPPED = `
  SELECT coalesce(json_object_agg(reason, count ORDER BY count DESC, reason), '{}')
  FROM (SELECT key AS reason, sum(value::bigint)::bigint AS count
        FROM run, jsonb_each_text(dropped) GROUP BY key) AS loss`;

const sum = (column: string) => `coalesce(sum(${column}), 0)::bigint`;
const countOf = (state: string) => `count(*) FILTER (WHERE state = '${state}')`;

/** A process that captured more says more of what a capture costs. */
const CAPTURE_MICROS = `
  sum(capture_micros * captured) / nullif(sum(captured) FILTER (WHERE capture_micros IS NOT NULL), 0)`;

const TOTALS = `
  SELECT count(*) AS instances, ${countOf('reporting')} AS reporting,
    ${countOf('silent')} AS silent, ${countOf('stopped')} AS stopped,
    ${sum('captured')} AS captured, ${sum('stored')} AS stored,
    ${sum('buffered')} AS buffered, ${sum('spooled')} AS spooled,
    (${DROPPED}) AS dropped,
    ${sum('captured - stored - buffered - spooled - losses')} AS balance,
    ${CAPTURE_MICROS} AS "captureMicros"
  FROM run`;
