import { Inject, Injectable } from '@nestjs/common';
import {
  TIME_ZONE_MEND,
  type ActivityHours,
  type ActivityHoursQuery,
  type ActivityWeeks,
  type ActivityWeeksQuery,
} from '@scitex/monitoring-contracts';
import { readActivityHours, readActivityWeeks, readSnapshot } from '@scitex/monitoring-storage';
import { DataSource } from 'typeorm';
import { isDataException } from '../database/store-failure.js';
import { refuseFields } from '../problem/problem.exception.js';
import { resolveRange } from '../range/resolve-range.js';
import { SharedReads } from '../range/shared-reads.js';
import { SETTINGS } from '../settings/settings.token.js';
import type { Settings } from '../settings/settings.js';

const MOST_WEEKS = 8;

/** When users are active: by the hours of a week, and from week to week. */
@Injectable()
export class RhythmService {
  private readonly sharedHours = new SharedReads<ActivityHours>(() => readSnapshot(this.dataSource));
  private readonly sharedWeeks = new SharedReads<ActivityWeeks>(() => readSnapshot(this.dataSource));
  /** A week that is retained in part would look like one in which little was done. */
  private readonly weeksShown: number;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(SETTINGS) { retentionDays }: Settings,
  ) {
    this.weeksShown = Math.min(Math.max(Math.floor(retentionDays / 7), 1), MOST_WEEKS);
  }

  hours(query: ActivityHoursQuery): Promise<ActivityHours> {
    return this.sharedHours.run(query, async () => {
      const { timeZone, ...rest } = query;
      const { scope, range } = resolveRange(rest);
      const hours = await readActivityHours(this.dataSource, scope, timeZone).catch(refuseTimeZone);
      return { range, timeZone, hours };
    });
  }

  weeks(query: ActivityWeeksQuery): Promise<ActivityWeeks> {
    return this.sharedWeeks.run(query, async () => ({
      weeks: await readActivityWeeks(this.dataSource, new Date(), this.weeksShown, query),
    }));
  }
}

/** JavaScript may know a zone that PostgreSQL does not: nothing else of the statement can be refused so. */
function refuseTimeZone(error: unknown): never {
  throw isDataException(error) ? refuseFields([{ field: 'timeZone', message: TIME_ZONE_MEND }]) : error;
}
