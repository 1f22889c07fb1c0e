import { single, type Case } from './case.js';
import { HYBRID, ownRun, type Run } from './run.js';

function work(
  [queue, job]: readonly [queue: string, job: string],
  name: string,
  body: string,
  run: Pick<Run, 'handler' | 'error' | 'call'> | null,
): Case {
  const recorded = run && ownRun({ type: 'job', verb: null, ...run });
  return single(`BullMQ: ${name}`, `/runs/jobs/${queue}/${job}`, 200, recorded, { ...HYBRID, body });
}

export const JOB_CASES: readonly Case[] = [
  work(['failures', 'lost'], 'a job that fails', 'no such mail: lost', {
    handler: 'FailuresProcessor.process',
    error: {
      error_type: 'Error',
      message: 'no such mail: lost',
      metadata: expect.objectContaining({ transport: 'job', queue: 'failures', job: 'lost', attempt: 1 }),
    },
  }),
  work(['secrets', 'any'], '@SkipMonitoring()', 'nobody has to know', null),
  ...['job-one', 'job-two', 'job-three', 'job-four'].map((job) =>
    work(['mails', job], `a job among others, which calls (${job})`, `"called ${job}"`, {
      handler: 'MailsProcessor.process',
      call: job,
    }),
  ),
];
