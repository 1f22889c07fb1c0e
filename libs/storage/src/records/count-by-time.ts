import type { RecordHistogram, RecordModel } from '@scitex/monitoring-contracts';
import { iso } from '../queries/fragments.js';
import { select, type Queryable } from '../queryable.js';
import { LIMITS, type Limits } from './limits.js';
import { narrow, type Narrowing } from './narrowing.js';
import { ConditionWriter } from './record-condition.js';
import { tableOf } from './record-sql.js';

/**
 * How many rows match in each part of a time; parts without any are left out. Of each part so many rows are read at most;
 * where there are more, the count is what it would be if the rest of the part were as the beginning.
 * @param seconds width of a part
 */
export function countByTime(
  db: Queryable,
  model: RecordModel,
  narrowing: Narrowing,
  seconds: number,
  { byPart }: Pick<Limits, 'byPart'> = LIMITS,
): Promise<RecordHistogram['points']> {
  const writer = new ConditionWriter(model, []);
  const { found, tested = 'true' } = narrow(model, narrowing, writer);
  const limit = writer.bind(byPart, 'int8');
  const from = writer.bind(narrowing.from, 'timestamptz');
  const to = writer.bind(narrowing.to, 'timestamptz');
  const width = `interval '${seconds} seconds'`;
  const lasts = (begin: string, end: string) => `greatest(extract(epoch FROM ${end} - ${begin}), 0.001)`;
  return select(
    db,
    `SELECT ${iso('part.start')} AS timestamp, counted.rows <= ${limit} AS "isExact",
       CASE WHEN counted.rows <= ${limit} THEN counted.matches
         ELSE round(counted.matches * ${lasts('part.first', 'part.end')} / ${lasts('part.first', 'counted.last')})
       END::float8 AS count
     FROM (
       SELECT start, greatest(start, ${from}) AS first, least(start + ${width}, ${to}) AS end
       FROM generate_series(date_bin(${width}, ${from}, timestamptz '1970-01-01T00:00:00Z'), ${to}, ${width})
         AS start
     ) AS part
     CROSS JOIN LATERAL (
       SELECT count(*) AS rows, count(*) FILTER (WHERE ${tested}) AS matches, max(timestamp) AS last FROM (
         SELECT * FROM ${tableOf(model)}
         WHERE ${found} AND timestamp >= part.first AND timestamp < part.end
         ORDER BY timestamp LIMIT ${limit} + 1
       ) AS read
     ) AS counted
     WHERE counted.matches > 0 ORDER BY part.start`,
    writer.parameters,
  );
}
