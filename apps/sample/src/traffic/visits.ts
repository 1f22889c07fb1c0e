import { setTimeout as pause } from 'node:timers/promises';
import { chooseJourney } from './journeys.js';
import { exponential } from './chance.js';
import { Visitor } from './visitor.js';

const VISITS_PER_SECOND = 1.4;
/** The rate swings by this share, once in a period. */
const SWING = 0.3;
const PERIOD_MS = 10 * 60_000;
/** Where the app hangs, visitors stay away. */
const MOST_AT_ONCE = 40;

/** Visitors arrive as a Poisson process whose rate swings slowly: some three requests a second. Never resolves. */
export async function receiveVisitors(url: string): Promise<never> {
  let visiting = 0;
  for (;;) {
    await pause(exponential(1000 / visitsPerSecond(Date.now())));
    if (visiting >= MOST_AT_ONCE) continue;
    visiting++;
    void chooseJourney()(new Visitor(url)).finally(() => visiting--);
  }
}

function visitsPerSecond(now: number): number {
  return VISITS_PER_SECOND * (1 + SWING * Math.sin((2 * Math.PI * now) / PERIOD_MS));
}
