import { computed, inject, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, type Params } from '@angular/router';
import { injectAddress } from '../util-browser/address';
import { correctAddress } from '../util-browser/correct-address';
import { type Range, rangeLabel } from '../util-range/range';
import { type FilterName, FILTERS, type Filters } from './filters';
import { carriedParams, readFilters, readScope, type ScopeQuery, unreadableScope } from './read-scope';

/** What a page looks at, which its address holds and all pages share. */
export interface Scope {
  readonly range: Signal<Range>;
  /** The range in words. */
  readonly rangeName: Signal<string>;
  readonly filters: Signal<Filters>;
  /** Both, for the clients: the same object as long as they say the same. */
  readonly query: Signal<ScopeQuery>;
  /** The part of the address that says so, for links to other pages. */
  readonly params: Signal<Params>;
  /** Covers another time; the default one where none is given. */
  cover(range?: Range): void;
  /** Sets filters; null or nothing removes one. */
  narrow(filters: Readonly<Partial<Record<FilterName, string | null | undefined>>>): void;
}

/**
 * The scope of the page that calls it. What its address says unreadably is taken out of it.
 * @param unreadable which of the page's own parameters cannot be read
 */
export function injectScope(unreadable: (parameters: Params) => string[] = () => []): Scope {
  const address = injectAddress();
  const params = injectParams();
  const query = computed(() => readScope(params()), { equal: saysTheSame });
  const range = computed(() => query().range);
  correctAddress((parameters) => [...unreadableScope(parameters), ...unreadable(parameters)]);
  return {
    range,
    rangeName: computed(() => rangeLabel(range())),
    filters: computed(() => readFilters(params())),
    query,
    params: computed(() => carriedParams(params())),
    cover: (next) => address({ hours: null, from: null, to: null, ...next }),
    narrow: (filters) =>
      address(Object.fromEntries(Object.entries(filters).map(([name, value]) => [name, value || null]))),
  };
}

/** What a link from here to another page carries along, wherever «here» is. */
export function injectCarriedParams(): Signal<Params> {
  const params = injectParams();
  return computed(() => carriedParams(params()));
}

/** No filter at all, as `narrow` takes it. */
export const NO_FILTERS = Object.fromEntries(FILTERS.map((name) => [name, null]));

function injectParams(): Signal<Params> {
  return toSignal(inject(ActivatedRoute).queryParams, { requireSync: true });
}

function saysTheSame(a: ScopeQuery, b: ScopeQuery): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
