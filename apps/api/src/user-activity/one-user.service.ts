import { Injectable } from '@nestjs/common';
import type { UserQuery, UserSummary, UserTimeline, UserTimelineQuery } from '@scitex/monitoring-contracts';
import { listUserTimeline, readUser } from '@scitex/monitoring-storage';
import { DataSource } from 'typeorm';
import { refuseCursor } from '../problem/refuse-cursor.js';
import { resolveRange } from '../range/resolve-range.js';

@Injectable()
export class OneUserService {
  constructor(private readonly dataSource: DataSource) {}

  async read({ userId, ...query }: UserQuery): Promise<UserSummary> {
    const { scope, range } = resolveRange(query);
    return { range, userId, ...(await readUser(this.dataSource, userId, scope)) };
  }

  async timeline({ userId, ...query }: UserTimelineQuery): Promise<UserTimeline> {
    const { scope } = resolveRange(query);
    return listUserTimeline(this.dataSource, userId, scope, query).catch(refuseCursor);
  }
}
