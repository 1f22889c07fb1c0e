import { Injectable } from '@nestjs/common';
import type { Account } from '@scitex/monitoring-contracts';
import { StaffAccount } from '@scitex/monitoring-storage';
import { DataSource } from 'typeorm';
import { verifyPassword } from './password.js';

/** Looks staff accounts up; one that was deactivated is as good as none. */
@Injectable()
export class AccountService {
  constructor(private readonly dataSource: DataSource) {}

  async findActive(id: string): Promise<Account | null> {
    const account = await this.repository.findOneBy({ id, active: true });
    return account && toAccount(account);
  }

  /** Does the same work, and so takes the same time, whether there is such an account or not. */
  async findByCredentials(email: string, password: string): Promise<Account | null> {
    const account = await this.repository.findOneBy({ email: email.toLowerCase() });
    const matches = await verifyPassword(account?.passwordHash ?? null, password);
    if (!account?.active || !matches) return null;
    await this.repository.update({ id: account.id }, { lastLoginAt: new Date() });
    return toAccount(account);
  }

  private get repository() {
    return this.dataSource.getRepository(StaffAccount);
  }
}

function toAccount({ id, email, name, role }: StaffAccount): Account {
  return { id, email, name, role };
}
