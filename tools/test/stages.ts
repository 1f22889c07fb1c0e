import type { Writable } from 'node:stream';
import { Failure, sentenceOf } from '../process/failure.ts';

/** What a stage found. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** Shown whole when something failed. */
  readonly output: string;
}

export type Stage = (stop: AbortSignal) => Promise<Outcome>;

/** Runs a stage and says how it went and how long it took. */
export async function runStage(
  title: string,
  stage: Stage,
  stop: AbortSignal,
  out: Pick<Writable, 'write'> = process.stdout,
): Promise<Outcome> {
  out.write(`${title} …\n`);
  const begin = performance.now();
  const outcome = await stage(stop).catch(failed);
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  if (outcome.failed > 0) out.write(`${outcome.output.trimEnd()}\n`);
  const verdict = outcome.failed > 0 ? `FAILED: ${outcome.failed}, passed` : 'passed';
  out.write(`${title} ${verdict}: ${outcome.passed} (${seconds} s)\n`);
  return outcome;
}

/** A stage that could not be run at all counts as one failure. */
function failed(error: unknown): Outcome {
  if (!(error instanceof Failure)) throw error;
  return { passed: 0, failed: 1, output: sentenceOf(error) };
}

/** What the parts of a stage found together. */
export function sumOf(parts: readonly Outcome[]): Outcome {
  const sum = (of: 'passed' | 'failed') => parts.reduce((total, part) => total + part[of], 0);
  const failed = parts.filter((part) => part.failed > 0);
  return {
    passed: sum('passed'),
    failed: sum('failed'),
    output: failed.map(({ output }) => output.trimEnd()).join('\n'),
  };
}

/** The line that the run closes with. */
export function tally(outcomes: readonly Outcome[]): string {
  const { passed, failed } = sumOf(outcomes);
  return `${passed} passed, ${failed} failed`;
}
