import { Profile } from './chance/profile.ts';
import type { Random } from './chance/random.ts';

const STEPS_PER_DAY = 144;
/** Where in its day the window ends: mid-afternoon, so that the newest hours are busy ones. */
const END_HOUR = 15.5;
/** Traffic of each hour of a working day; researchers sleep, too. */
const HOURS = [12, 8, 6, 5, 5, 8, 16, 34, 62, 84, 96, 92, 74, 82, 96, 100, 92, 74, 52, 42, 38, 34, 26, 18];
/** Seen from a window that ends on a Wednesday. */
const WEEKEND_DAYS_BACK = [3, 4];
const WEEKEND = 0.35;

const BURSTS_PER_DAY = 2;
const BURST_STEPS = 3;
/** How much more fails in a burst than at other times. */
const BURST_FACTOR = 60;

/** The traffic over `days`: a daily rhythm, and quiet weekends. */
export function trafficOver(days: number): Profile {
  return new Profile(trafficWeights(days));
}

/** The failures over `days`: with the traffic, and most of them in a few bursts of half an hour. */
export function failuresOver(days: number, random: Random): Profile {
  const traffic = trafficWeights(days);
  const weights = [...traffic];
  for (let burst = 0; burst < BURSTS_PER_DAY * days; burst++) {
    const begin = random.integer(0, weights.length - BURST_STEPS);
    for (let step = begin; step < begin + BURST_STEPS; step++)
      weights[step] = (traffic[step] ?? 0) * BURST_FACTOR;
  }
  return new Profile(weights);
}

function trafficWeights(days: number): number[] {
  const steps = Math.round(days * STEPS_PER_DAY);
  return Array.from({ length: steps }, (_, step) => weightAt((steps - step - 0.5) / STEPS_PER_DAY));
}

/** @param daysBack from the window's end */
function weightAt(daysBack: number): number {
  const hour = (((END_HOUR - 24 * daysBack) % 24) + 24) % 24;
  const today = Math.ceil(daysBack - END_HOUR / 24);
  const base = HOURS[Math.floor(hour)] ?? 1;
  const next = HOURS[(Math.floor(hour) + 1) % 24] ?? base;
  const weight = base + (hour % 1) * (next - base);
  return WEEKEND_DAYS_BACK.includes(today % 7) ? weight * WEEKEND : weight;
}
