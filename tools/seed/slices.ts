import type { EventKind } from '@scitex/monitoring-contracts';
import { batchesOf, instantAt, totalsOf, type Plan } from './plan.ts';
import { Random } from './chance/random.ts';
import { failuresOver, trafficOver } from './rhythm.ts';

/** A stretch of the plan's window, with as much traffic as each other one: what one batch tells of. */
export interface Slice {
  readonly random: Random;
  /** Events of each kind in it. */
  readonly counts: Readonly<Record<EventKind, number>>;
  /** A random instant in it, likelier when there is more traffic. */
  readonly requestInstant: () => number;
  /** A random instant in it, likelier when more fails. */
  readonly failureInstant: () => number;
}

/** The slices of a plan, oldest first. */
export function slicesOf(plan: Plan): Slice[] {
  const traffic = trafficOver(plan.days);
  const failures = failuresOver(plan.days, new Random('bursts', plan.seed));
  const totals = totalsOf(plan);
  const count = batchesOf(plan);

  return Array.from({ length: count }, (_, index) => {
    const random = new Random('slice', plan.seed, index);
    const [from, to] = [index / count, (index + 1) / count];
    const failed = [from, to].map((share) => failures.shareBy(traffic.positionOf(share))) as [number, number];
    return {
      random,
      counts: {
        metrics: quotaOf(totals.metrics, from, to),
        errors: quotaOf(totals.errors, ...failed),
        apiCalls: quotaOf(totals.apiCalls, from, to),
        activities: quotaOf(totals.activities, from, to),
      },
      requestInstant: () => instantAt(plan, traffic.positionOf(between(from, to, random))),
      failureInstant: () => instantAt(plan, failures.positionOf(between(...failed, random))),
    };
  });
}

/** What of a total falls between two shares of it; over all slices it adds up to the total. */
function quotaOf(total: number, from: number, to: number): number {
  return Math.round(total * to) - Math.round(total * from);
}

function between(from: number, to: number, random: Random): number {
  return from + (to - from) * random.float();
}
