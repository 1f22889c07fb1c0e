import type { EventKind, Events } from '@scitex/monitoring-contracts';
import { normalizeMessage } from '@scitex/monitoring-storage/grouping';
import { isStoredAsItIs } from './brief-error.js';
import { isIrreplaceable } from './without-detail.js';

interface Likeness<Event> {
  /** Everything that a figure tells events apart by, but for what was measured. */
  fields(event: Event): readonly unknown[];
  /** Whether the store takes it for sure: what it refuses must not stand for others, nor hide among them. */
  isSound(event: Event): boolean;
}

const LIKENESS: { readonly [K in EventKind]: Likeness<Events[K][number]> } = {
  metrics: {
    fields: ({ metricType, endpoint, method, statusCode, metadata }) => [
      metricType,
      endpoint,
      method,
      statusCode,
      metadata['success'],
    ],
    isSound: ({ metricType, value }) =>
      metricType === 'response_time' ? isDuration(value) : Number.isFinite(value),
  },
  // Users are counted, and so are never merged.
  errors: {
    fields: ({ errorType, message, stackTrace, severity, endpoint, method, userId }) => [
      errorType,
      isStoredAsItIs(message) ? normalizeMessage(message) : message,
      stackTrace,
      severity,
      endpoint,
      method,
      userId,
    ],
    isSound: (event) => typeof event.message === 'string' && !isIrreplaceable(event),
  },
  apiCalls: {
    fields: ({ apiName, endpoint, method, statusCode, success, failure }) => [
      apiName,
      endpoint,
      method,
      statusCode,
      success,
      failure,
    ],
    isSound: ({ responseTime }) => isDuration(responseTime),
  },
  activities: {
    fields: ({ activityType, endpoint, method, success, userId, sessionId, module, feature }) => [
      activityType,
      endpoint,
      method,
      success,
      userId,
      sessionId,
      module,
      feature,
    ],
    isSound: () => true,
  },
};

/** Milliseconds: no merged event is moved further in time, and no bucket of a figure is narrower. */
const WINDOW_MS = 1_000;

/**
 * What events have in common that differ in nothing but their values; null for one that is to stay alone. JSON keeps
 * the fields apart, whatever is in them, and makes the same of values that the store makes the same of.
 */
export function likenessOf<K extends EventKind>(kind: K, event: Events[K][number]): string | null {
  const { fields, isSound } = LIKENESS[kind] as Likeness<Events[K][number]>;
  if (!isSound(event)) return null;
  try {
    return JSON.stringify([kind, Math.floor(event.timestamp / WINDOW_MS), fields(event)]);
  } catch {
    // Nothing that a typed host sends, such as a bigint or an object that cannot be read.
    return null;
  }
}

function isDuration(value: unknown): boolean {
  return Number.isFinite(value) && Number(value) >= 0 && Number(value) <= Number.MAX_SAFE_INTEGER;
}
