import type { ParamMap } from '@angular/router';
import { filtersOf, type RecordModel, sortsOf } from '@scitex/monitoring-contracts';
import type { Range } from '../../shared/util-range/range';
import { readRange } from '../../shared/util-range/read-range';
import { readOrder, readSort, type SortOrder } from '../../shared/util-sort/sort-order';

/** What a list of rows is narrowed to and sorted by, as its address holds it. */
export interface RecordQuery extends SortOrder {
  readonly range: Range;
  /** The filters that are given, by parameter. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly q: string | undefined;
}

/** The parameters of an address that narrow the list of a model, besides its range. */
export function filterNames(model: RecordModel): string[] {
  return [...filtersOf(model).map(({ name }) => name), 'empty', 'filled'];
}

/** What an address asks of a model's list; what no list knows is passed over. */
export function readQuery(model: RecordModel, address: ParamMap): RecordQuery {
  const range = Object.fromEntries(['hours', 'from', 'to'].map((name) => [name, address.get(name)]));
  const given = filterNames(model).map((name) => [name, address.getAll(name).filter(Boolean)] as const);
  return {
    range: readRange(range),
    filters: Object.fromEntries(given.filter(([, values]) => values.length > 0)),
    q: address.get('q') ?? undefined,
    sort: readSort(sortsOf(model), 'timestamp', address.get('sort')),
    order: readOrder(address.get('order')),
  };
}
