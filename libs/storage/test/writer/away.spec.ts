import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { BatchWriter } from '../../src/writer/index.js';
import { batch, request } from '../batch.js';
import { openWrittenStore, type WrittenStore } from '../written-store.js';

let store: WrittenStore;
beforeAll(async () => {
  store = await openWrittenStore();
});
afterAll(() => store.close());
beforeEach(() => store.empty());

const sent = () => batch({ metrics: [request()] });

async function failureAt(url: string, options: object = {}): Promise<Error> {
  const writer = new BatchWriter({ url, ...options });
  try {
    return await writer.write(sent()).then(
      () => new Error('nothing failed'),
      (error: Error) => error,
    );
  } finally {
    await writer.close();
  }
}

const at = (changes: Partial<URL>) => Object.assign(new URL(store.url), changes).href;

describe('a writer whose store is away', () => {
  it('says that nothing listens', async () => {
    const error = await failureAt(at({ port: '1' }));
    expect(error).toMatchObject({
      name: 'StoreError',
      message: expect.stringContaining('cannot be reached'),
    });
  });

  it('says that the database does not exist', async () => {
    expect((await failureAt(at({ pathname: '/nowhere' }))).message).toContain('does not exist');
  });

  it('says that the store is not migrated', async () => {
    expect((await failureAt(at({ pathname: '/postgres' }))).message).toContain(
      'start the monitoring server once',
    );
  });

  it('gives up on a server that never answers', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const error = await failureAt(at({ port: String(port) }), { connectTimeoutMs: 100 });
    expect(error.name).toBe('StoreError');
    silent.close();
  });

  it('gives up on a statement that waits too long, and stores it when it is sent again', async () => {
    const writer = new BatchWriter({ url: store.url, statementTimeoutMs: 100 });
    const holder = store.db.createQueryRunner();
    const held = sent();
    await holder.startTransaction();
    await holder.query('LOCK TABLE monitoring.system_metric IN ACCESS EXCLUSIVE MODE');
    await expect(writer.write(held)).rejects.toThrow('took too long');
    await holder.rollbackTransaction();
    await holder.release();
    expect(await writer.write(held)).toMatchObject({ stored: { metrics: 1 }, replayed: false });
    await writer.close();
  });

  it('may be closed twice, and says so when it is used after', async () => {
    const writer = new BatchWriter({ url: store.url });
    await Promise.all([writer.close(), writer.close()]);
    await expect(writer.write(sent())).rejects.toThrow('after calling end');
  });

  it('is closed at once where that is asked for, whatever it waits for', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const writer = new BatchWriter({ url: at({ port: String(port) }), connectTimeoutMs: 600_000 });
    const connected = once(silent, 'connection');
    const failed = expect(writer.write(sent())).rejects.toThrow('monitoring store');
    await connected;
    writer.abort();
    await failed;
    await writer.close();
    silent.close();
  });

  it('outlives its connections, idle and in use', async () => {
    const writer = new BatchWriter({ url: store.url, applicationName: 'victim' });
    await writer.write(sent());
    await store.sql(
      `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = 'victim'`,
    );
    await writer.write(sent()).catch(() => writer.write(sent()));
    expect(await store.count('system_metric')).toBe(2);
    await writer.close();
  });
});
