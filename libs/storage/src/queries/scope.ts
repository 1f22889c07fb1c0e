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

/** Those that say where an event comes from. */
export const SOURCE: readonly Column[] = ['app', 'environment', 'release'];

const COLUMNS: readonly Column[] = [...SOURCE, 'endpoint', 'method'];

interface Narrowed {
  /** Those that the table has: a scope's other filters do not apply to it. */
  readonly columns?: readonly Column[];
  readonly table?: string;
}

/** The SQL condition for a scope; its values are appended to `parameters`. */
export function within(scope: Scope, parameters: unknown[], narrowed: Narrowed = {}): string {
  const prefix = narrowed.table ? `${narrowed.table}.` : '';
  const bind = (time: Date) => `$${parameters.push(bindableTime(time))}`;
  return [
    `${prefix}timestamp >= ${bind(scope.from)}`,
    `${prefix}timestamp < ${bind(scope.to)}`,
    ...narrowedTo(scope, parameters, narrowed),
  ].join(' AND ');
}

/** The SQL conditions for the filters of a scope, whatever its time. */
export function narrowedTo(
  scope: Omit<Scope, 'from' | 'to'>,
  parameters: unknown[],
  { columns = COLUMNS, table = '' }: Narrowed = {},
): string[] {
  const prefix = table && `${table}.`;
  return columns.flatMap((column) => {
    const value = scope[column];
    return value === undefined ? [] : [`${prefix}${column} = $${parameters.push(bindableText(value))}`];
  });
}
