import { BatchWriter } from '@scitex/monitoring-storage/writer';
import { text } from 'node:stream/consumers';
import type { LastFlush } from './flush-at-exit.js';

/** A program of its own: stores what a dying process hands it, and ends with 0 once all of it is stored. */
const { url, timeoutMs, batches } = JSON.parse(await text(process.stdin)) as LastFlush;
const writer = new BatchWriter({
  url,
  poolSize: 1,
  connectTimeoutMs: timeoutMs,
  statementTimeoutMs: timeoutMs,
});
for (const batch of batches) await writer.write(batch);
await writer.close();
