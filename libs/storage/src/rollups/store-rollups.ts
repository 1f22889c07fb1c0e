import type { Source } from '@scitex/monitoring-contracts';
import type { ClientBase } from 'pg';
import { mapInTurns } from '../writer/map-in-turns.js';
import type { BatchRollups } from './batch-rollups.js';
import { BucketColumns } from './bucket-columns.js';
import { UPSERTS } from './upsert-rollups.js';

/** Adds what a batch amounts to to the buckets of its minutes, hours and days, in one statement for each kind. */
export async function storeRollups(
  client: ClientBase,
  { app, environment, release }: Source,
  rollups: BatchRollups,
): Promise<void> {
  if (rollups.series.length === 0) return;
  for (const { kind, series } of rollups.parts()) {
    const buckets = new BucketColumns(kind);
    let ordinal = 0;
    await mapInTurns(series, (each) => buckets.add(++ordinal, each));
    const names = Object.keys(kind.keys).map((key) => series.map((each) => each.names[key]));
    await client.query(UPSERTS[kind.name], [app, environment, release, ...buckets.literals(), ...names]);
  }
}
