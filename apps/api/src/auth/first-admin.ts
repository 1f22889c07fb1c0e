import { randomUUID } from 'node:crypto';
import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { StaffAccount } from '@scitex/monitoring-storage';
import { DataSource } from 'typeorm';
import { SETTINGS } from '../settings/settings.token.js';
import type { Settings } from '../settings/settings.js';
import { hashPassword } from './password.js';

/** Makes the first administrator from the settings, so that somebody can sign in to a fresh store. */
@Injectable()
export class FirstAdmin implements OnApplicationBootstrap {
  private readonly logger = new Logger('Accounts');

  constructor(
    private readonly dataSource: DataSource,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const accounts = this.dataSource.getRepository(StaffAccount);
    if (await accounts.exists()) return;
    if (!this.settings.firstAdmin) {
      this.logger.warn(
        'Nobody can sign in yet: set MONITORING_ADMIN_EMAIL and MONITORING_ADMIN_PASSWORD and start again.',
      );
      return;
    }
    const { email, password } = this.settings.firstAdmin;
    const account = {
      id: randomUUID(),
      email,
      name: 'Administrator',
      role: 'admin' as const,
      passwordHash: await hashPassword(password),
      active: true,
    };
    // Two servers may start on one fresh store: the second finds the account made.
    await accounts.createQueryBuilder().insert().values(account).orIgnore().execute();
    this.logger.log(`Made the first account, ${email}.`);
  }
}
