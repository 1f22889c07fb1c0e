import { COMPARED, verifyRollups, type Deviation } from '../../src/rollups/index.js';
import type { WrittenStore } from '../written-store.js';

export const DAY = 86_400_000;

/** Everything that a store may hold. */
export const ever = () => ({ from: new Date(Date.now() - 500 * DAY), to: new Date(Date.now() + 5 * DAY) });

const NOTHING = Object.fromEntries(COMPARED.map((figure) => [figure, 0]));

/** Expects every bucket of the store to be what its raw rows amount to. @returns how many buckets there are */
export async function expectTrueRollups({ db }: WrittenStore): Promise<number> {
  const deviations = await verifyRollups(db, ever());
  expect(deviations).toEqual(deviations.map((deviation) => ({ ...deviation, differences: NOTHING })));
  return deviations.reduce((sum: number, { found }: Deviation) => sum + found, 0);
}
