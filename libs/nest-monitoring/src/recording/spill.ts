import { EVENT_KINDS, type Source } from '@scitex/monitoring-contracts';
import type { Transport } from '../transport/transport.js';
import type { EventQueue } from './event-queue.js';
import { countsOf } from './kind-counts.js';
import { Outgoing } from './outgoing.js';
import type { Spool } from './spool/spool.js';
import type { Tally } from './stats.js';

interface Parts {
  readonly transport: Transport;
  readonly queue: EventQueue;
  readonly tally: Tally;
  readonly spool: Spool;
  readonly source: Source;
  readonly batchSize: number;
  /** Whether the accounts are closed: a disk may answer later than a shutdown can wait. */
  readonly isStopped: () => boolean;
}

/** Moves what waits in memory to the disk: the batch that does not get through first, so that the order stays. */
export async function spill(parts: Parts, outgoing: Outgoing | null): Promise<void> {
  if (outgoing?.taken) {
    await (outgoing.spilling = moveToSpool(parts, outgoing));
    if (outgoing.taken) return;
  }
  const { queue, source, batchSize } = parts;
  // Not until the queue is empty: under load it never would be.
  for (let left = queue.waiting; left > 0 && queue.waiting > 0;) {
    const taken = queue.take(batchSize);
    const next = Outgoing.fromQueue(taken, source);
    await moveToSpool(parts, next);
    if (next.taken) return queue.putBack(taken);
    left -= taken.count;
  }
}

/** Where the spool does not take it, it stays as it was. */
async function moveToSpool(
  { transport, spool, queue, tally, isStopped }: Parts,
  outgoing: Outgoing,
): Promise<void> {
  const { taken, batch } = outgoing;
  if (!taken) return;
  const record = await spool.append(batch);
  if (record) transport.spooled?.(batch);
  if (!record || isStopped()) return;
  const sent = countsOf(batch);
  for (const kind of EVENT_KINDS) {
    tally.spooled(kind, record.counts[kind]);
    tally.givenUp(kind, 'buffered', 'refused', sent[kind] - record.counts[kind]);
  }
  queue.release(taken);
  outgoing.taken = null;
  outgoing.record = record;
  outgoing.counts = record.counts;
}
