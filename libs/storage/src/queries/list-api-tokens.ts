import type { ApiTokens } from '@scitex/monitoring-contracts';
import type { Queryable } from '../queryable.js';
import { iso, rowsOf } from './fragments.js';
import { selectOne } from './select-one.js';

const MAX_ITEMS = 200;

/** The API tokens, the newest first, also those that have ended. */
export function listApiTokens(db: Queryable): Promise<ApiTokens> {
  return selectOne<ApiTokens>(
    db,
    `SELECT (SELECT count(*) FROM monitoring.api_token)::float8 AS total, ${rowsOf(ITEMS)} AS items`,
    [],
  );
}

const ITEMS = `
  SELECT token.id, token.name, hint, scopes,
    json_build_object('id', account.id, 'name', account.name) AS "createdBy",
    ${iso('token.created_at')} AS "createdAt", ${iso('expires_at')} AS "expiresAt",
    ${iso('last_used_at')} AS "lastUsedAt", ${iso('revoked_at')} AS "revokedAt"
  FROM monitoring.api_token token JOIN monitoring.staff_account account ON account.id = token.created_by
  ORDER BY token.created_at DESC, token.id DESC LIMIT ${MAX_ITEMS}`;
