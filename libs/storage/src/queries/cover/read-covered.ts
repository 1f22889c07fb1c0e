import { select, type Queryable } from '../../queryable.js';
import type { RollupKind } from '../../rollups/rollup-kind.js';
import { bindableTime } from '../bindable.js';
import type { Scope } from '../scope.js';
import { openEnd } from './cover.js';

/** How long ago a window may have ended for it to be likely that nothing has come after it. */
const RECENT_MS = 60_000;

export interface Covered {
  /** Whether the statement may take the buckets that the window ends in whole. */
  readonly hasOpenEnd: boolean;
  /** Those of the statement, which values are appended to. */
  readonly parameters: unknown[];
}

/**
 * Runs a statement over rollups.
 *
 * A window that ends now ends in the middle of a minute, an hour and a day. Unless there are rows of the future, which
 * are those of hosts whose clocks are ahead, their buckets hold nothing that came after it. So it is asked with whole
 * ones, which is a fraction of the work, and the statement itself says whether that was right, so that all is of one
 * moment; if not, it is asked once more.
 * @param kinds those that it reads
 * @param statement the SQL; of `isOpen` it has to select the value as the column `isOpen`, in every row
 */
export async function readCovered<Row>(
  db: Queryable,
  { to }: Scope,
  kinds: readonly RollupKind[],
  statement: (covered: Covered, isOpen: string) => string,
): Promise<Row[]> {
  const ask = async (hasOpenEnd: boolean) => {
    const parameters: unknown[] = [];
    const isOpen = kinds.map((kind) => isOpenOf(kind, to, parameters)).join(' AND ');
    return select<Row & { isOpen: boolean }>(db, statement({ hasOpenEnd, parameters }, isOpen), parameters);
  };
  if (Date.now() - to.getTime() > RECENT_MS) return ask(false);
  const rows = await ask(true);
  return rows.every(({ isOpen }) => isOpen) ? rows : ask(false);
}

/** Whether no row of a kind comes after a window, in SQL. */
function isOpenOf({ raw, condition }: RollupKind, to: Date, parameters: unknown[]): string {
  const end = new Date(openEnd(to.getTime(), { units: ['day'] }));
  const bind = (time: Date) => `$${parameters.push(bindableTime(time))}::timestamptz`;
  return `NOT EXISTS (SELECT FROM monitoring.${raw}
    WHERE ${condition} AND timestamp >= ${bind(to)} AND timestamp < ${bind(end)})`;
}
