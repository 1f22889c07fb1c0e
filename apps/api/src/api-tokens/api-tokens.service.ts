import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  allowsScope,
  type Account,
  type ApiTokens,
  type CreateApiToken,
  type CreatedApiToken,
} from '@scitex/monitoring-contracts';
import { ApiToken, listApiTokens } from '@scitex/monitoring-storage';
import { DataSource, IsNull } from 'typeorm';
import { ProblemException, refuseFields } from '../problem/problem.exception.js';
import { hashToken, hintOf, newToken } from './api-token-text.js';

@Injectable()
export class ApiTokensService {
  constructor(private readonly dataSource: DataSource) {}

  list(): Promise<ApiTokens> {
    return listApiTokens(this.dataSource);
  }

  async create(
    creator: Account,
    { name, scopes, expiresAt = null }: CreateApiToken,
  ): Promise<CreatedApiToken> {
    const lacked = scopes.filter((scope) => !allowsScope(creator.role, scope));
    if (lacked.length > 0)
      throw refuseFields([{ field: 'scopes', message: `Your role lacks ${lacked.join(', ')}.` }]);
    const token = newToken();
    const row = { id: randomUUID(), name, hint: hintOf(token), scopes };
    const createdAt = new Date();
    await this.repository.insert({
      ...row,
      ...{ tokenHash: hashToken(token), createdBy: creator.id, createdAt, expiresAt },
    });
    return {
      ...row,
      createdBy: { id: creator.id, name: creator.name },
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt?.toISOString() ?? null,
      ...{ lastUsedAt: null, revokedAt: null, token },
    };
  }

  /** Ends a token at once, and for good; one that has ended stays so. */
  async revoke(id: string): Promise<void> {
    await this.repository.update({ id, revokedAt: IsNull() }, { revokedAt: new Date() });
    if (!(await this.repository.existsBy({ id })))
      throw new ProblemException(404, 'There is no API token with this id.');
  }

  private get repository() {
    return this.dataSource.getRepository(ApiToken);
  }
}
