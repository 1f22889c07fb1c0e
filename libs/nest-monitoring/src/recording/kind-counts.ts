import { countEvents, EVENT_KINDS, type EventKind, type Events } from '@scitex/monitoring-contracts';

/** A number of events for each kind. */
export type KindCounts = Record<EventKind, number>;

export function mapKinds<T>(make: (kind: EventKind) => T): Record<EventKind, T> {
  return Object.fromEntries(EVENT_KINDS.map((kind) => [kind, make(kind)])) as Record<EventKind, T>;
}

/** One that stands for several counts as so many. */
export const countsOf = (events: Events): KindCounts => mapKinds((kind) => countEvents(events[kind]));
