import type { EventKind } from '@scitex/monitoring-contracts';

/** How much is made at scale 1. */
export const SET: Readonly<Record<EventKind, number>> = {
  metrics: 765,
  apiCalls: 298,
  activities: 205,
  errors: 8,
};

const DAY_MS = 86_400_000;
/** Events in a batch, about: few enough to keep the memory small, enough for the bulk writer's full speed. */
const BATCH_EVENTS = 4000;
const FEWEST_BATCHES = 24;

/** What decides the sample data: the same plan, the same data. */
export interface Plan {
  readonly seed: number;
  /** How many times `SET`. */
  readonly scale: number;
  readonly days: number;
  /** Milliseconds since the epoch; every event is older. */
  readonly until: number;
}

/** Events of each kind in the whole plan. */
export function totalsOf({ scale }: Plan): Record<EventKind, number> {
  const { metrics, errors, apiCalls, activities } = SET;
  return {
    metrics: metrics * scale,
    errors: errors * scale,
    apiCalls: apiCalls * scale,
    activities: activities * scale,
  };
}

export const countOf = (counts: Readonly<Record<EventKind, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

/** How many batches the plan falls into. */
export const batchesOf = (plan: Plan): number =>
  Math.max(FEWEST_BATCHES, Math.ceil(countOf(totalsOf(plan)) / BATCH_EVENTS));

/** The instant at a position of the plan's window, from 0 to 1. */
export const instantAt = ({ days, until }: Plan, position: number): number =>
  until - Math.max(1, Math.ceil(days * DAY_MS * (1 - position)));
