import { performance } from 'node:perf_hooks';
import { Failure } from '../../../process/failure.ts';

/** From here on the driver may be what limits, not the host. */
const BUSY = 0.95;

/** Runs a measurement. @throws Failure when this process was too busy for what it measured to be the host's. */
export async function withIdleDriver<Measured>(measure: () => Promise<Measured>): Promise<Measured> {
  const before = performance.eventLoopUtilization();
  const measured = await measure();
  const { utilization } = performance.eventLoopUtilization(before);
  if (utilization < BUSY) return measured;
  const percent = Math.round(utilization * 100);
  throw new Failure(
    `The load driver was busy for ${percent} % of the time, so it measured itself: run the bench on a quiet machine.`,
  );
}
