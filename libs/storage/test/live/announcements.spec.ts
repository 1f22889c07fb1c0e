import { once } from 'node:events';
import type { Announcement } from '@scitex/monitoring-contracts';
import pg from 'pg';
import { CHANNEL } from '../../src/live/channel.js';
import { BatchWriter } from '../../src/writer/index.js';
import { activity, apiCall, batch, failure, request, SOURCE } from '../batch.js';
import { NONE, openWrittenStore, type WrittenStore } from '../written-store.js';

let store: WrittenStore;
let listener: pg.Client;
let heard: Announcement[];

beforeAll(async () => {
  store = await openWrittenStore();
  listener = new pg.Client({ connectionString: store.url });
  await listener.connect();
  await listener.query(`LISTEN ${CHANNEL}`);
  listener.on('notification', ({ payload }) => heard.push(JSON.parse(payload ?? '')));
});
afterAll(async () => {
  await listener.end();
  await store.close();
});
beforeEach(async () => {
  await store.empty();
  heard = [];
});

/** What was announced so far: PostgreSQL hands over what is older before the answer to a query. */
async function announced(): Promise<Announcement[]> {
  await listener.query('SELECT 1');
  return heard;
}

const resolveAll = () => store.sql(`UPDATE monitoring.error_group SET status = 'resolved'`);
const groupId = async () => (await store.sql('SELECT id FROM monitoring.error_group'))[0]?.['id'];

it('say where how much of what was stored, by weight', async () => {
  await store.writer.write(
    batch({ metrics: [request({ weight: 7 }), request()], apiCalls: [apiCall()], activities: [activity()] }),
  );
  const { app, environment } = SOURCE;
  const stored = { metrics: 8, errors: 0, apiCalls: 1, activities: 1 };
  expect(await announced()).toEqual([{ app, environment, stored, created: [], regressed: [] }]);
});

it('come once for a batch that is sent again', async () => {
  const once = batch({ metrics: [request()] });
  await Promise.all([store.writer.write(once), store.writer.write(once)]);
  await store.writer.write(once);
  expect(await announced()).toHaveLength(1);
});

it('come when the batch can be read', async () => {
  const notified = once(listener, 'notification');
  const lock = new pg.Client({ connectionString: store.url });
  await lock.connect();
  const held = batch({ metrics: [request()] });
  await lock.query('BEGIN');
  await lock.query(`INSERT INTO monitoring.batch (id, app, environment, instance, stored, refused)
    VALUES ('${held.id}', 'a', 'e', 'i', '{}', '{}')`);
  const written = store.writer.write(held);
  expect(await announced()).toEqual([]);
  await lock.query('ROLLBACK');
  await lock.end();
  await notified;
  expect(await store.count('system_metric')).toBe(1);
  await written;
});

it('name the groups of errors that are new or came back, and those alone', async () => {
  await store.writer.write(batch({ errors: [failure(), failure()] }));
  await store.writer.write(batch({ errors: [failure()] }));
  await resolveAll();
  await store.writer.write(batch({ errors: [failure({ timestamp: Date.now() - 60_000 })] }));
  await store.writer.write(batch({ errors: [failure()] }));
  const id = await groupId();
  expect((await announced()).map(({ created, regressed }) => ({ created, regressed }))).toEqual([
    { created: [id], regressed: [] },
    { created: [], regressed: [] },
    { created: [], regressed: [] },
    { created: [], regressed: [id] },
  ]);
});

it('name the groups of a batch of which a part was refused', async () => {
  const errors = [failure(), failure({ timestamp: Date.UTC(9999, 0) })];
  await store.writer.write(batch({ errors, metrics: [request({ timestamp: Date.UTC(9999, 0) })] }));
  expect(await announced()).toMatchObject([{ stored: { ...NONE, errors: 1 }, created: [await groupId()] }]);
});

it('stay small whatever the batch holds, and tell nothing that was recorded', async () => {
  const errors = Array.from({ length: 100 }, (_, index) => failure({ errorType: `Secret${index}` }));
  await store.writer.write(batch({ errors }, { app: '\u0001'.repeat(999), environment: '語'.repeat(999) }));
  const [announcement] = await announced();
  expect(announcement?.created).toHaveLength(20);
  expect(Buffer.byteLength(JSON.stringify(announcement))).toBeLessThan(8000);
  expect(JSON.stringify(announcement)).not.toMatch(/Secret|Paper|papers\.js/);
});

it('are left out where nothing was stored', async () => {
  await store.writer.write(batch({ metrics: [request({ timestamp: NaN })] }));
  expect(await announced()).toEqual([]);
});

it('keep no batch from being stored where the account may not announce', async () => {
  await store.sql('REVOKE EXECUTE ON FUNCTION pg_notify(text, text) FROM PUBLIC');
  await store.sql(`DROP ROLE IF EXISTS mute_writer`);
  await store.sql(`CREATE ROLE mute_writer LOGIN PASSWORD 'mute'`);
  await store.sql('GRANT USAGE ON SCHEMA monitoring TO mute_writer');
  await store.sql('GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA monitoring TO mute_writer');
  await store.sql('GRANT USAGE ON ALL SEQUENCES IN SCHEMA monitoring TO mute_writer');
  const mute = new BatchWriter({
    url: Object.assign(new URL(store.url), { username: 'mute_writer', password: 'mute' }).href,
  });
  try {
    for (const metrics of [1, 2]) {
      const result = await mute.write(batch({ metrics: Array(metrics).fill(request()) }));
      expect(result.stored).toEqual({ ...NONE, metrics });
    }
    expect(await announced()).toEqual([]);
    expect(await store.count('system_metric')).toBe(3);
  } finally {
    await mute.close();
    await store.sql('GRANT EXECUTE ON FUNCTION pg_notify(text, text) TO PUBLIC');
    await store.sql('DROP OWNED BY mute_writer');
    await store.sql('DROP ROLE mute_writer');
  }
});
