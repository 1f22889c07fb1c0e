import type { ErrorListQuery } from '@scitex/monitoring-contracts';

/** What the list of errors is narrowed to and sorted by, as its address holds it. */
export interface ErrorQuery {
  readonly hours: number;
  readonly q: string | undefined;
  readonly severity: string | undefined;
  readonly status: string | undefined;
  readonly app: string | undefined;
  readonly environment: string | undefined;
  readonly endpoint: string | undefined;
  readonly method: string | undefined;
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
