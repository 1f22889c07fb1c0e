import { mergedBuckets } from './buckets-from-raw.js';
import { figuresOf, startOf, type RollupKind } from './rollup-kind.js';
import { addedToKnown } from './upsert-rollups.js';

/** Moves what was counted in the minutes before $1 into the wider buckets, in SQL. */
export function fold(kind: RollupKind): string {
  const columns = ['start', 'series_id', ...figuresOf(kind)].join(', ');
  const wider = kind.units.filter((unit) => unit !== 'minute');
  const parts = wider.map(
    (unit) => `${unit} AS (
      INSERT INTO monitoring.${kind.name}_${unit} AS known (${columns})
      ${mergedBuckets(kind, 'folded', 'series_id', startOf(unit, 'start'))} ${addedToKnown(kind)}
    )`,
  );
  return `WITH folded AS (DELETE FROM monitoring.${kind.name}_minute WHERE start < $1 RETURNING ${columns}),
    ${parts.join(', ')} SELECT`;
}
