import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { RefreshToken } from '@scitex/monitoring-storage';
import { DataSource, IsNull, LessThan, MoreThan, type EntityManager } from 'typeorm';

export const REFRESH_LIFETIME_MS = 14 * 86_400_000;

/** Two tabs, or a retry, may send one token at nearly the same time; later than this it is theft. */
const GRACE_MS = 10_000;

/** `token`: null where another call has just replaced it, and the browser holds that one. */
export interface Rotation {
  readonly accountId: string;
  /** The family. */
  readonly sessionId: string;
  readonly token: string | null;
}

/**
 * Refresh tokens: each is good once, and its successor belongs to its family. One that comes back after its use
 * was stolen, by whoever sends it or from them, so its whole family ends (RFC 9700, 4.14.2). Stored hashed.
 */
@Injectable()
export class RefreshTokens {
  constructor(private readonly dataSource: DataSource) {}

  /** Begins a family. */
  async issue(accountId: string): Promise<Rotation> {
    const sessionId = randomUUID();
    return { accountId, sessionId, token: await add(this.dataSource.manager, accountId, sessionId) };
  }

  /** Takes a token for its successor; null when it is unknown, expired, revoked, or used before. */
  async rotate(token: string): Promise<Rotation | null> {
    const now = new Date();
    const fresh = { tokenHash: digest(token), revokedAt: IsNull(), expiresAt: MoreThan(now) };
    return this.dataSource.transaction(async (manager) => {
      const { affected } = await manager.update(
        RefreshToken,
        { ...fresh, usedAt: IsNull() },
        { usedAt: now },
      );
      const found = await manager.findOneBy(RefreshToken, fresh);
      if (!found) return null;
      if (affected === 1) {
        return { ...sessionOf(found), token: await add(manager, found.accountId, found.familyId) };
      }
      if (found.usedAt && now.getTime() - found.usedAt.getTime() <= GRACE_MS) {
        return { ...sessionOf(found), token: null };
      }
      await revoke(manager, found.familyId, now);
      return null;
    });
  }

  /** Ends the family of a token. */
  async revokeFamilyOf(token: string): Promise<void> {
    const found = await this.dataSource.manager.findOneBy(RefreshToken, { tokenHash: digest(token) });
    if (found) await revoke(this.dataSource.manager, found.familyId, new Date());
  }

  /** Those of the sessions that have neither ended nor expired, and whose account is active. */
  async stillOpen(sessionIds: readonly string[]): Promise<Set<string>> {
    const rows: { id: string }[] = await this.dataSource.query(STILL_OPEN, [sessionIds]);
    return new Set(rows.map(({ id }) => id));
  }

  /** Forgets the tokens that have expired. */
  async deleteExpired(): Promise<void> {
    await this.dataSource.manager.delete(RefreshToken, { expiresAt: LessThan(new Date()) });
  }
}

const STILL_OPEN = `
  SELECT DISTINCT token.family_id AS id
  FROM monitoring.refresh_token AS token
  JOIN monitoring.staff_account AS account ON account.id = token.account_id AND account.active
  WHERE token.family_id = ANY($1::uuid[]) AND token.revoked_at IS NULL AND token.expires_at > now()`;

function sessionOf({ accountId, familyId }: RefreshToken): Omit<Rotation, 'token'> {
  return { accountId, sessionId: familyId };
}

async function add(manager: EntityManager, accountId: string, familyId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const now = Date.now();
  await manager.insert(RefreshToken, {
    id: randomUUID(),
    accountId,
    familyId,
    tokenHash: digest(token),
    createdAt: new Date(now),
    expiresAt: new Date(now + REFRESH_LIFETIME_MS),
  });
  return token;
}

async function revoke(manager: EntityManager, familyId: string, revokedAt: Date): Promise<void> {
  await manager.update(RefreshToken, { familyId, revokedAt: IsNull() }, { revokedAt });
}

/** A token is 256 random bits, so one plain hash is enough: there is nothing to guess. */
function digest(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
