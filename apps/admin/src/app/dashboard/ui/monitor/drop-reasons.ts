import type { DropReason } from '@scitex/monitoring-contracts';

/** Why events are not in the store, in plain words, and what to do about it. */
export interface DropReasonWords {
  /** After a count: `12 because the buffer was full`. */
  readonly name: string;
  readonly mend: string;
}

const WORDS: Readonly<Record<DropReason, DropReasonWords>> = {
  'buffer-full': {
    name: 'because the buffer was full',
    mend: 'Find out why the store takes events more slowly than they come, or raise buffer.maxEvents and buffer.maxBytes.',
  },
  'spool-full': {
    name: 'because the buffer and the spool were full',
    mend: 'The store was away for longer than the disk could bridge: raise spool.maxBytes.',
  },
  'spool-unwritable': {
    name: 'because the buffer was full and the disk took nothing',
    mend: 'Point spool.directory to a folder that the service may write to, on a disk with room.',
  },
  'spool-corrupt': {
    name: 'because a file of the spool was damaged',
    mend: 'Check the disk that spool.directory is on.',
  },
  refused: {
    name: 'because PostgreSQL refused them',
    mend: 'It cannot hold their values, such as a time that lies far off: check what the service records itself.',
  },
  shutdown: {
    name: 'because the process ended first',
    mend: 'Raise buffer.shutdownTimeoutMs, and leave the spool on.',
  },
  sampled: {
    name: 'because sampling left them out',
    mend: 'That is as configured: the option sampling says which share of events is kept.',
  },
};

/** @returns the bare reason, where a newer module gives one that is not known here */
export function wordsFor(reason: string): DropReasonWords {
  return Object.hasOwn(WORDS, reason)
    ? WORDS[reason as DropReason]
    : { name: `because of ${reason}`, mend: 'Look it up in the README of @scitex/nest-monitoring.' };
}

/** Events that are lost; what sampling leaves out was never meant to be stored. */
export function lossesIn(dropped: Readonly<Record<string, number>>): number {
  return Object.entries(dropped).reduce(
    (sum, [reason, count]) => (reason === 'sampled' ? sum : sum + count),
    0,
  );
}
