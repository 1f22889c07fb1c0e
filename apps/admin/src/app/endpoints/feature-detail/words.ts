import type { RouteUser } from '@scitex/monitoring-contracts';
import { changeOf } from '../../shared/util-change/change';
import { formatCount } from '../../shared/util-format/format';

/** @example countWords({ total: 40, items: twenty }, 'user') // '20 of 40 users' */
export function countWords(
  { total, items }: { total: number; items: readonly unknown[] },
  one: string,
): string {
  const all = `${formatCount(total)} ${one}${total === 1 ? '' : 's'}`;
  return items.length < total ? `${items.length} of ${all}` : all;
}

/** For how many of some users a route became slower; nothing where none can be compared. */
export function slowerWords(users: readonly RouteUser[]): string {
  const verdicts = users.flatMap(({ p95, previous }) =>
    previous ? changeOf(p95, previous.p95, 'less').verdict : [],
  );
  if (verdicts.length === 0) return '';
  return `Slower for ${verdicts.filter((verdict) => verdict === 'worse').length} of ${verdicts.length}`;
}
