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

type Column = 'app' | 'environment' | 'release' | 'endpoint' | 'method';

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
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  const equals = columns
    .filter((column) => scope[column] !== undefined)
    .map((column) => `${prefix}${column} = ${bind(scope[column])}`);
  return [
    `${prefix}timestamp >= ${bind(scope.from.toISOString())}`,
    `${prefix}timestamp < ${bind(scope.to.toISOString())}`,
    ...equals,
  ].join(' AND ');
}
