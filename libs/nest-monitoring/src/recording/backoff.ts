const FIRST_MS = 500;
const LONGEST_MS = 30_000;

/**
 * Milliseconds until the next attempt after `failures` failed ones: doubling, and spread by up to a half
 * so that the instances of a service do not come back all at once.
 */
export function backoffMs(failures: number, random = Math.random()): number {
  const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1));
  return longest * (0.5 + random / 2);
}
