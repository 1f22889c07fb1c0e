import type { ColumnType, RecordColumn, RecordModel } from '@scitex/monitoring-contracts';
import { iso } from '../queries/fragments.js';

/** The SQL of a model's description. Only names of the description itself become SQL: never what a caller sends. */

export function tableOf({ table }: RecordModel): string {
  return `monitoring.${table}`;
}

/** @example columnSql('errorType') // 'error_type' */
export function columnSql(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** All columns as the contract's row has them. */
export function rowColumns({ columns }: RecordModel): string {
  return Object.entries(columns)
    .map(([name, { type }]) => `${answered(columnSql(name), type)} AS "${name}"`)
    .join(', ');
}

function answered(column: string, type: ColumnType): string {
  return type === 'time' ? iso(column) : column;
}

/** The PostgreSQL type that a filter's value is compared as. */
const COMPARED_AS: Record<ColumnType, string> = {
  uuid: 'uuid',
  time: 'timestamptz',
  text: 'text',
  number: 'float8',
  whole: 'int8',
  boolean: 'boolean',
  choice: 'text',
  json: 'jsonb',
};

/** A column as its filters compare it, and the type to compare it with. */
export function comparable(name: string, { type }: RecordColumn): { column: string; type: string } {
  const column = columnSql(name);
  return { column: type === 'choice' ? `${column}::text` : column, type: COMPARED_AS[type] };
}
