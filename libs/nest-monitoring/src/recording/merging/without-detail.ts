import type { ErrorEvent, EventKind, Events, JsonObject } from '@scitex/monitoring-contracts';
import { briefMessage, briefStackTrace } from './brief-error.js';

type Shed = { readonly [K in EventKind]: (event: Events[K][number]) => Events[K][number] };

const NOTHING: JsonObject = Object.freeze({});
/** What handlers other than HTTP's have instead of a status. */
const OUTCOMES: Readonly<Record<string, JsonObject>> = {
  true: Object.freeze({ success: true }),
  false: Object.freeze({ success: false }),
};

/** Events without what costs most to store, and no figure depends on. What groups errors stays. */
const SHED: Shed = {
  metrics: (event) => ({ ...event, metadata: OUTCOMES[String(event.metadata['success'])] ?? NOTHING }),
  errors: (event) => (isIrreplaceable(event) ? event : briefError(event)),
  apiCalls: (event) => ({ ...event, queryParams: NOTHING }),
  activities: (event) => ({ ...event, userAgent: null, ipAddress: null, details: NOTHING }),
};

export function withoutDetail<K extends EventKind>(kind: K, event: Events[K][number]): Events[K][number] {
  return SHED[kind](event);
}

/** Critical errors are what a process may die of: they are recorded as they are, one by one, in every mode. */
export function isIrreplaceable({ severity }: ErrorEvent): boolean {
  return severity === 'critical';
}

function briefError(event: ErrorEvent): ErrorEvent {
  return {
    ...event,
    message: briefMessage(event.message),
    stackTrace: event.stackTrace && briefStackTrace(event.stackTrace),
    userAgent: null,
    ipAddress: null,
    metadata: NOTHING,
  };
}
