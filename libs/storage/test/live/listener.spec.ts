import { EventEmitter, once } from 'node:events';
import { AnnouncementListener, type Ear } from '../../src/live/index.js';
import { CHANNEL } from '../../src/live/channel.js';
import { batch, request } from '../batch.js';
import { openWrittenStore, type WrittenStore } from '../written-store.js';

const NAME = 'spec-listener';

let store: WrittenStore;
let ears: EventEmitter;
let listener: AnnouncementListener;

beforeAll(async () => (store = await openWrittenStore()));
afterAll(() => store.close());
beforeEach(async () => {
  ears = new EventEmitter();
  const ear: Ear = {
    heard: (announcement) => ears.emit('heard', announcement),
    listening: () => ears.emit('listening'),
    deaf: (reason) => ears.emit('deaf', reason),
  };
  listener = new AnnouncementListener({ url: store.url, applicationName: NAME }, ear);
  const listening = once(ears, 'listening');
  listener.start();
  await listening;
});
afterEach(() => listener.stop());

const connections = () =>
  store.sql('SELECT pid FROM pg_stat_activity WHERE application_name = $1 AND datname = current_database()', [
    NAME,
  ]);
const write = () => store.writer.write(batch({ metrics: [request()] }));

it('hears what writers store', async () => {
  const heard = once(ears, 'heard');
  await write();
  expect(await heard).toMatchObject([{ app: 'research-api', stored: { metrics: 1 } }]);
});

it('says that it is deaf once it is cut off, listens again, and hears', async () => {
  const [deaf, listening] = [once(ears, 'deaf'), once(ears, 'listening')];
  await store.sql(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '${NAME}'`,
  );
  expect(await deaf).toEqual([expect.any(Error)]);
  await listening;
  const heard = once(ears, 'heard');
  await write();
  await heard;
  expect(await connections()).toHaveLength(1);
});

it('passes over what is no announcement', async () => {
  const heard = once(ears, 'heard');
  for (const nonsense of ['', '{', '{}', '[]', '{"app":1}'])
    await store.sql('SELECT pg_notify($1, $2)', [CHANNEL, nonsense]);
  await write();
  expect(await heard).toMatchObject([{ app: 'research-api' }]);
});

it('leaves no connection behind', async () => {
  await listener.stop();
  const gone = async (): Promise<boolean> => (await connections()).length === 0 || gone();
  expect(await gone()).toBe(true);
});
