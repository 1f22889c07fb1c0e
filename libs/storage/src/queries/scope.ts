import { bindableText, bindableTime } from './bindable.js';

/** What a figure covers: rows from `from` (inclusive) to `to` (exclusive), narrowed by what is given. */
export interface Scope {
  readonly from: Date;
  readonly to: Date;
  readonly app?: string | undefined;
  readonly environment?: string | undefined;
  readonly release?: string | undefined;
  readonly endpoint?: string | undefined;
  readonly method?: string | undefined;
}

export type Column = 'app' | 'environment' | 'release' | 'endpoint' | 'method';

const COLUMNS: readonly Column[] = ['app', 'environment', 'release', 'endpoint', 'method'];

/**
 * The SQL condition for a scope; its values are appended to `parameters`.
 * @param columns those that the table has: a scope's other filters do not apply to it
 */
export function within(
  scope: Scope,
  parameters: unknown[],
  { columns = COLUMNS, table = '' }: { columns?: readonly Column[]; table?: string } = {},
): string {
  const prefix = table && `${table}.`;
  const bind = (value: string) => `$${parameters.push(value)}`;
  const equals = columns.flatMap((column) => {
    const value = scope[column];
    return value === undefined ? [] : [`${prefix}${column} = ${bind(bindableText(value))}`];
  });
  return [
    `${prefix}timestamp >= ${bind(bindableTime(scope.from))}`,
    `${prefix}timestamp < ${bind(bindableTime(scope.to))}`,
    ...equals,
  ].join(' AND ');
}
