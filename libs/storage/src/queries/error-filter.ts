import type { ErrorListQuery } from '@scitex/monitoring-contracts';
import { bindableText, containing } from './bindable.js';
import { within, type Scope } from './scope.js';

/** What `listErrorGroups` takes of the query of `GET errors`. */
export type ErrorFilter = Pick<
  ErrorListQuery,
  'status' | 'severity' | 'errorType' | 'userId' | 'assignee' | 'q' | 'sort' | 'order' | 'pageSize' | 'cursor'
>;

/** The SQL condition for occurrences (`log`) that count; its values are appended to `parameters`. */
export function occurrenceCondition(scope: Scope, { userId }: ErrorFilter, parameters: unknown[]): string {
  const condition = within(scope, parameters, { table: 'log' });
  return userId === undefined
    ? condition
    : `${condition} AND log.user_id = $${parameters.push(bindableText(userId))}`;
}

/**
 * The SQL condition for groups (`grp`); its values are appended to `parameters`.
 * `q` is found as it is written, in any case, in the title, the type, or a counted occurrence's message.
 * @param occurrences the condition for those that count
 */
export function groupCondition(filter: ErrorFilter, occurrences: string, parameters: unknown[]): string {
  const bind = (value: string) => `$${parameters.push(bindableText(value))}`;
  const conditions = ['true'];
  if (filter.status) conditions.push(`grp.status = ${bind(filter.status)}`);
  if (filter.severity) conditions.push(`grp.severity = ${bind(filter.severity)}`);
  if (filter.errorType) conditions.push(`grp.error_type = ${bind(filter.errorType)}`);
  if (filter.assignee) conditions.push(`grp.assignee_id = ${bind(filter.assignee)}`);
  if (filter.q) {
    const pattern = bind(containing(filter.q));
    conditions.push(
      `(grp.title ILIKE ${pattern} OR grp.error_type ILIKE ${pattern} OR grp.id IN (
         SELECT log.group_id FROM monitoring.error_log log
         WHERE ${occurrences} AND log.message ILIKE ${pattern}))`,
    );
  }
  return conditions.join(' AND ');
}
