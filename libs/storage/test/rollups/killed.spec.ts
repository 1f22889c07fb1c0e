import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Batch } from '@scitex/monitoring-contracts';
import { randomNumbers } from '../queries/reference.js';
import { openWrittenStore, type WrittenStore } from '../written-store.js';
import { expectTrueRollups } from './expect-true.js';
import { randomBatch } from './random-batch.js';

/** The built writer, as a process of its own needs it. */
const WRITER = join(import.meta.dirname, '../../dist/writer/index.js');
const NAME = 'killed-writer';

/** Writes the batches of its standard input one after the other, tells of each, and stays. */
const PROGRAM = `
  import { text } from 'node:stream/consumers';
  import { BatchWriter } from ${JSON.stringify(WRITER)};
  const writer = new BatchWriter({ url: process.env.STORE, applicationName: '${NAME}' });
  for (const batch of JSON.parse(await text(process.stdin))) {
    await writer.write(batch);
    process.stdout.write('.');
  }
  setInterval(() => undefined, 60_000);
`;

let store: WrittenStore;
beforeAll(async () => {
  if (!existsSync(WRITER))
    throw new Error('The storage is not built: run npx nx build storage, or npm test, which does.');
  store = await openWrittenStore();
});
afterAll(() => store.close());
beforeEach(() => store.empty());

/** Lets a process write, and kills it while it is in the transaction of the batch after so many. */
async function writeAndKill(batches: readonly Batch[], stored: number): Promise<void> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM], {
    env: { ...process.env, NODE_OPTIONS: '', STORE: store.url },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify(batches));
  let told = 0;
  child.stdout.on('data', (dots) => (told += String(dots).length));
  while (told < stored) await once(child.stdout, 'data');
  const inTransaction = `SELECT FROM pg_stat_activity WHERE datname = current_database()
    AND application_name = '${NAME}' AND xact_start IS NOT NULL`;
  while (told < batches.length && (await store.sql(inTransaction)).length === 0);
  child.kill('SIGKILL');
  await once(child, 'exit');
}

describe('the rollups of a writer that is killed in the middle of a batch', () => {
  it.each([1, 2, 5, 20])(
    'are true at once, and count nothing twice when all is sent again (%i)',
    async (stored) => {
      const random = randomNumbers(stored + 11);
      const batches = Array.from({ length: 60 }, () => randomBatch(random));
      await writeAndKill(batches, stored);
      await expectTrueRollups(store);
      for (const batch of batches) await store.writer.write(batch);
      expect(await store.count('batch')).toBe(batches.length);
      await expectTrueRollups(store);
    },
  );
});
