/** A waiting time of a Poisson process, at most ten times its mean. */
export function exponential(mean: number): number {
  return Math.min(-mean * Math.log(1 - Math.random()), 10 * mean);
}

export function happens(probability: number): boolean {
  return Math.random() < probability;
}

export function pick<T>(choices: readonly [T, ...T[]]): T {
  return choices[Math.floor(Math.random() * choices.length)] ?? choices[0];
}

/** @param choices each with its weight */
export function pickWeighted<T>(choices: readonly [readonly [T, number], ...(readonly [T, number])[]]): T {
  let left = Math.random() * choices.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [choice, weight] of choices) {
    left -= weight;
    if (left < 0) return choice;
  }
  return choices[0][0];
}
