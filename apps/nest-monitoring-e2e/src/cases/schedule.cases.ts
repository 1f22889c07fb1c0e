import { single, type Case } from './case.js';
import { HYBRID, ownRun, type Run } from './run.js';

/** Nest swallows what they throw. */
function fire(chore: string, name: string, run: Pick<Run, 'handler' | 'error' | 'call'> | null): Case {
  const recorded = run && ownRun({ type: 'cron', verb: null, ...run });
  return single(`@Cron(): ${name}`, `/runs/chores/${chore}`, 200, recorded, {
    ...HYBRID,
    body: `{"fired":"${chore}"}`,
  });
}

export const SCHEDULE_CASES: readonly Case[] = [
  fire('sweeping', 'a run', { handler: 'ChoresService.sweeping', call: 'cron-sweeping' }),
  fire('dusting', 'another one at once', { handler: 'ChoresService.dusting', call: 'cron-dusting' }),
  fire('failing', 'a run that throws', {
    handler: 'ChoresService.failing',
    error: { error_type: 'Error', message: 'no broom' },
  }),
  fire('failing-later', 'a run that fails later', {
    handler: 'ChoresService.failingLater',
    error: { error_type: 'Error', message: 'the broom broke' },
    call: 'cron-failing',
  }),
  fire('skipped', '@SkipMonitoring()', null),
];
