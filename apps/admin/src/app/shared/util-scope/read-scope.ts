import { firstText } from '../util-http/first-text';
import { toParams } from '../util-http/query';
import type { Range } from '../util-range/range';
import { readRange, unreadableRange } from '../util-range/read-range';
import { FILTERS, type FilterName, type Filters } from './filters';

/** What a page looks at: the time it covers, and what that is narrowed to. */
export type ScopeQuery = Filters & { readonly range: Range };

type Parameters = Readonly<Record<string, unknown>>;

/** What the API takes. */
const METHOD = /^[A-Za-z]{1,16}$/;
const LONGEST = 512;

/** What the parameters of an address say that a page is to look at. */
export function readScope(parameters: Parameters): ScopeQuery {
  return { range: readRange(parameters), ...readFilters(parameters) };
}

/** The parameters of an address that say nothing about its scope, although they are meant to. */
export function unreadableScope(parameters: Parameters): string[] {
  const read = readFilters(parameters);
  const lost = FILTERS.filter((name) => firstText(parameters[name]) !== read[name]);
  return [...unreadableRange(parameters), ...lost];
}

/**
 * The part of an address that says what a page looks at: what a link to another page carries along.
 * @example carriedParams({ hours: '6', sort: 'count' }) // { hours: '6' }
 */
export function carriedParams(parameters: Parameters): Record<string, string | number> {
  const asked = ['hours', 'from', 'to'].filter((name) => firstText(parameters[name]) !== undefined);
  const { range, ...filters } = readScope(parameters);
  return asked.length === 0 ? toParams(filters) : toParams({ ...range, ...filters });
}

/**
 * The parameters of a call about a scope.
 * @example scopeParams({ range: { hours: 6 }, app: 'shop' }) // { hours: 6, app: 'shop' }
 */
export function scopeParams({ range, ...narrowing }: ScopeQuery): Record<string, string | number> {
  return toParams({ ...range, ...narrowing });
}

/** What the parameters of an address say that a page is narrowed to. */
export function readFilters(parameters: Parameters): Filters {
  return Object.fromEntries(FILTERS.map((name) => [name, readFilter(name, firstText(parameters[name]))]));
}

function readFilter(name: FilterName, text: string | undefined): string | undefined {
  if (text === undefined || text.length > LONGEST) return undefined;
  return name !== 'method' || METHOD.test(text) ? text : undefined;
}
