import {
  columnsOf,
  type ColumnType,
  type ConditionValue,
  type RecordColumn,
  type RecordCondition,
  type RecordModel,
} from '@scitex/monitoring-contracts';
import { bindableText, bindableTime, containing } from '../queries/bindable.js';
import { columnSql, comparable } from './record-sql.js';

/** Writes conditions as SQL, with their values appended to `parameters`. */
export class ConditionWriter {
  constructor(
    private readonly model: RecordModel,
    readonly parameters: unknown[],
  ) {}

  all(conditions: readonly RecordCondition[]): string[] {
    return conditions.map((condition) => this.one(condition));
  }

  /** `q` as it is written, in any case, in any column of text: one text is folded and searched faster than many. */
  search(q: string): string {
    const columns = columnsOf(this.model, 'text').map(columnSql).join(', ');
    return `lower(concat_ws(E'\\x1f', ${columns})) LIKE lower(${this.bind(containing(q), 'text')})`;
  }

  bind(value: ConditionValue, type: string): string {
    return `$${this.parameters.push(toBindable(value))}::${type}`;
  }

  private one(condition: RecordCondition): string {
    const described = this.model.columns[condition.column] as RecordColumn;
    const { column, type } = comparable(condition.column, described);
    const any = (comparison: string, values: readonly ConditionValue[]) =>
      `(${values.map((value) => `${column} ${comparison} ${this.bind(value, type)}`).join(' OR ')})`;
    switch (condition.kind) {
      case 'is':
        return any('=', condition.values);
      case 'holds':
        return any('@>', condition.values);
      case 'from':
        return `${column} >= ${this.bind(condition.value, type)}`;
      case 'to':
        return `${column} <= ${this.bind(condition.value, type)}`;
      case 'empty':
        return emptiness(column, described);
      case 'filled':
        return `NOT ${emptiness(column, described)}`;
      default:
        return condition satisfies never;
    }
  }
}

/** An empty text and an empty object say as little as none. */
const EMPTY: Partial<Record<ColumnType, string>> = { text: '', json: '{}' };

function emptiness(column: string, { type }: RecordColumn): string {
  const empty = EMPTY[type];
  return empty === undefined ? `(${column} IS NULL)` : `(${column} IS NULL OR ${column} = '${empty}')`;
}

function toBindable(value: ConditionValue): unknown {
  if (value instanceof Date) return bindableTime(value);
  if (typeof value === 'string') return bindableText(value);
  return typeof value === 'object' ? JSON.stringify(value) : value;
}
