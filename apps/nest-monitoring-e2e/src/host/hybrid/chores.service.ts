import type { Type } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import type { Monitoring } from '../monitoring/monitoring.js';
import { callPeer } from './call-peer.js';

const NEVER = '0 0 1 1 *';
const chore = (name: string) => ({ name, waitForCompletion: true });

/** One method for each way in which a run can end; none of them fires by the clock. */
export function choresService({ SkipMonitoring }: Monitoring): Type {
  class ChoresService {
    @Cron(NEVER, chore('sweeping'))
    sweeping(): Promise<string> {
      return callPeer('cron-sweeping');
    }

    @Cron(NEVER, chore('dusting'))
    dusting(): Promise<string> {
      return callPeer('cron-dusting');
    }

    @Cron(NEVER, chore('failing'))
    failing(): void {
      throw new Error('no broom');
    }

    @Cron(NEVER, chore('failing-later'))
    async failingLater(): Promise<void> {
      await callPeer('cron-failing');
      throw new Error('the broom broke');
    }

    @SkipMonitoring()
    @Cron(NEVER, chore('skipped'))
    skipped(): void {
      throw new Error('nobody has to know');
    }
  }
  return ChoresService;
}
