import type { ClientBase } from 'pg';
import type { Batch } from '@scitex/monitoring-contracts';
import type { Counts } from './write-result.js';

export interface Claim {
  readonly stored: Counts;
  readonly refused: Counts;
}

/**
 * Claims a batch for this transaction. While another transaction holds the claim, this one waits for its end.
 * @returns the counts of the claim that was there before; undefined where the batch is new
 */
export async function claim(
  client: ClientBase,
  { id, source }: Pick<Batch, 'id' | 'source'>,
  { stored, refused }: Claim,
): Promise<Claim | undefined> {
  const inserted = await client.query(
    `INSERT INTO monitoring.batch (id, app, environment, instance, stored, refused)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO NOTHING`,
    [id, source.app, source.environment, source.instance, stored, refused],
  );
  if (inserted.rowCount === 1) return undefined;
  const earlier = await client.query<Claim>('SELECT stored, refused FROM monitoring.batch WHERE id = $1', [
    id,
  ]);
  return earlier.rows[0];
}

/** Corrects the counts of a claim of this transaction. */
export async function amendClaim(client: ClientBase, id: string, { stored, refused }: Claim): Promise<void> {
  await client.query('UPDATE monitoring.batch SET stored = $2, refused = $3 WHERE id = $1', [
    id,
    stored,
    refused,
  ]);
}
