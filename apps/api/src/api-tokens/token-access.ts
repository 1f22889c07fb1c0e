import { Injectable } from '@nestjs/common';
import { allowsScope, type Scope } from '@scitex/monitoring-contracts';
import { ApiToken } from '@scitex/monitoring-storage';
import { DataSource, IsNull, MoreThan } from 'typeorm';
import { AccountService } from '../auth/account.service.js';
import { hashToken } from './api-token-text.js';

/** How exactly the last use is known: a token in use is written once in so long. */
const USE_MS = 60_000;

const BEARER = /^bearer +(smt_\S+)$/i;

/** `scopes`: what the token may do now. */
export interface TokenIdentity {
  readonly id: string;
  readonly scopes: readonly Scope[];
}

/** Lets API tokens in. They are looked up each time, and their creator too, so that a change of either counts at once. */
@Injectable()
export class TokenAccess {
  constructor(
    private readonly dataSource: DataSource,
    private readonly accounts: AccountService,
  ) {}

  /** The API token of an Authorization header; null where it holds something else. */
  tokenIn(authorization: string | undefined): string | null {
    return BEARER.exec(authorization ?? '')?.[1] ?? null;
  }

  /**
   * What a token stands for; null where it is unknown, expired or revoked, or its creator is gone or deactivated. Of its
   * scopes it keeps those that its creator's role, as it is now, allows.
   */
  async find(text: string): Promise<TokenIdentity | null> {
    const now = new Date();
    // The store is asked for the hash: how long it takes to compare says nothing of the token.
    const alive = { tokenHash: hashToken(text), revokedAt: IsNull() };
    const token = await this.repository.findOneBy([
      { ...alive, expiresAt: IsNull() },
      { ...alive, expiresAt: MoreThan(now) },
    ]);
    const creator = token && (await this.accounts.findActive(token.createdBy));
    if (!creator) return null;
    await this.noteUse(token, now);
    return { id: token.id, scopes: token.scopes.filter((scope) => allowsScope(creator.role, scope)) };
  }

  private async noteUse({ id, lastUsedAt }: ApiToken, now: Date): Promise<void> {
    if (lastUsedAt && now.getTime() - lastUsedAt.getTime() < USE_MS) return;
    await this.repository.update({ id }, { lastUsedAt: now });
  }

  private get repository() {
    return this.dataSource.getRepository(ApiToken);
  }
}
