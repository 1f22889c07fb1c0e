import { ERROR_STATUSES, type ErrorListQuery, SEVERITIES } from '@scitex/monitoring-contracts';
import { firstText } from '../../shared/util-http/first-text';
import type { ScopeQuery } from '../../shared/util-scope/read-scope';

/** What the list of errors is narrowed to and sorted by, as its address holds it. */
export interface ErrorQuery extends ScopeQuery {
  readonly q: string | undefined;
  readonly severity: string | undefined;
  readonly status: string | undefined;
  readonly sort: ErrorListQuery['sort'];
  readonly order: ErrorListQuery['order'];
}

/** The sorts that the list offers, each in the direction that puts what matters on top. */
export const ERROR_ORDERS = [
  { id: 'lastSeen', label: 'Last seen', sort: 'lastSeen', order: 'desc' },
  { id: 'firstSeen', label: 'Newest first seen', sort: 'firstSeen', order: 'desc' },
  { id: 'count', label: 'Most occurrences', sort: 'count', order: 'desc' },
  { id: 'userCount', label: 'Most users hit', sort: 'userCount', order: 'desc' },
  { id: 'severity', label: 'Most severe', sort: 'severity', order: 'desc' },
] as const;

export type ErrorOrder = (typeof ERROR_ORDERS)[number];

/** The sort that an address asks for; the first where it asks for none that is offered. */
export function toOrder(value: unknown): ErrorOrder {
  return ERROR_ORDERS.find(({ id }) => id === value) ?? ERROR_ORDERS[0];
}

const FILTERS = { severity: SEVERITIES, status: ERROR_STATUSES, sort: ERROR_ORDERS.map(({ id }) => id) };

/** The severity that an address asks for; nothing where there is none of that name. */
export function toSeverity(value: unknown): string | undefined {
  return SEVERITIES.find((severity) => severity === firstText(value));
}

/** The status that an address asks for; nothing where there is none of that name. */
export function toStatus(value: unknown): string | undefined {
  return ERROR_STATUSES.find((status) => status === firstText(value));
}

/** The filters of an address that name nothing there is. */
export function unreadableFilters(parameters: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(FILTERS).flatMap(([name, known]: [string, readonly string[]]) => {
    const given = firstText(parameters[name]);
    return given === undefined || known.includes(given) ? [] : name;
  });
}
