import type { RecordCondition, RecordModel } from '@scitex/monitoring-contracts';
import type { ConditionWriter } from './record-condition.js';

/** Which rows of a model are asked for. */
export interface Narrowing {
  /** Inclusive. */
  readonly from: Date;
  /** Exclusive. */
  readonly to: Date;
  readonly conditions: readonly RecordCondition[];
  /** A text that is searched for. */
  readonly q?: string | undefined;
}

/**
 * A narrowing as SQL. `found`: what indexes find, range included. `tested`: what only reading the rows that were found
 * can tell; undefined where there is nothing of that kind.
 */
export function narrow(
  model: RecordModel,
  { from, to, conditions, q }: Narrowing,
  writer: ConditionWriter,
): { found: string; tested: string | undefined } {
  const isFound = ({ kind, column }: RecordCondition) => kind === 'is' && model.columns[column]?.indexed;
  const range = [
    `timestamp >= ${writer.bind(from, 'timestamptz')}`,
    `timestamp < ${writer.bind(to, 'timestamptz')}`,
  ];
  const found = [...range, ...writer.all(conditions.filter(isFound))];
  const tested = writer.all(conditions.filter((condition) => !isFound(condition)));
  if (q !== undefined) tested.push(writer.search(q));
  return { found: found.join(' AND '), tested: tested.length > 0 ? tested.join(' AND ') : undefined };
}
