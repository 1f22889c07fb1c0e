import { randomUUID } from 'node:crypto';
import { deploySchema } from '@scitex/monitoring-contracts';
import { DeployConflictError, postDeploy, readDeploys, type PostedDeploy } from '../../src/index.js';
import { maintainPartitions } from '../../src/partitions/index.js';
import { openWrittenStore, type WrittenStore } from '../written-store.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.now();

let store: WrittenStore;
beforeAll(async () => {
  store = await openWrittenStore();
});
beforeEach(() => store.empty());
afterAll(() => store.close());

const posted = (changes: Partial<PostedDeploy> = {}): PostedDeploy => ({
  ...{ id: null, timestamp: new Date(NOW), app: 'api', environment: 'production', release: '1.0.0' },
  ...{ note: null, url: null, ...changes },
});
const post = (changes: Partial<PostedDeploy> = {}) => postDeploy(store.db, posted(changes));
const at = (time: number) => ({ timestamp: new Date(time) });
const see = (time: number, release = '1.0.0', environment = 'production') =>
  store.sql(
    `INSERT INTO monitoring.deploy (id, timestamp, app, environment, release, source)
     VALUES ($1, $2, 'api', $3, $4, 'seen')`,
    [randomUUID(), new Date(time).toISOString(), environment, release],
  );
const read = (changes: Partial<Parameters<typeof readDeploys>[1]> = {}) =>
  readDeploys(store.db, { from: new Date(NOW - 90 * DAY), to: new Date(NOW + DAY), ...changes });
/** What is told, as `release source hours-before-now`, the newest first. */
const told = async () =>
  (await read()).deploys.map(
    ({ release, source, timestamp }) => `${release} ${source} ${(NOW - Date.parse(timestamp)) / HOUR}`,
  );

describe('a deploy that is posted', () => {
  it('is stored with all that is told of it', async () => {
    const told = { id: randomUUID(), note: 'Faster search', url: 'https://ci.example/7' };
    const deploy = await post(told);
    expect(deploySchema.strict().parse(deploy)).toEqual({
      ...posted(told),
      ...{ timestamp: new Date(NOW).toISOString(), source: 'posted' },
    });
    expect((await read()).deploys).toEqual([deploy]);
  });

  it('is one, however often and by however many it is sent', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => post({ note: 'once' })));
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    const id = randomUUID();
    for (let time = 0; time < 2; time++) expect((await post({ id, release: '2' })).id).toBe(id);
    expect(await told()).toHaveLength(2);
  });

  it.each([
    ['another note', { note: 'other' }],
    ['another id', { id: randomUUID() }],
  ])('is refused where one of its release and time was posted with %s', async (_, changes) => {
    await post();
    await expect(post(changes)).rejects.toThrow(DeployConflictError);
    expect(await told()).toEqual(['1.0.0 posted 0']);
  });

  it('is refused where its id is of another', async () => {
    const id = randomUUID();
    await post({ id });
    await expect(post({ id, release: '2.0.0' })).rejects.toThrow(DeployConflictError);
  });
});

describe('the deploys that are told', () => {
  it.each([
    ['before it was seen', 5, 2, ['1.0.0 posted 5']],
    ['a while after it was seen', 2, 5, ['1.0.0 posted 2']],
    ['days after it was seen, when it came back', 2, 50, ['1.0.0 posted 2', '1.0.0 seen 50']],
  ])('have a release once that was posted %s', async (_, postedAt, seenAt, expected) => {
    await see(NOW - seenAt * HOUR);
    await post(at(NOW - postedAt * HOUR));
    expect(await told()).toEqual(expected);
  });

  it('have a release as often as it was posted', async () => {
    await see(NOW - 9 * HOUR);
    await post(at(NOW - 9 * HOUR));
    await post({ ...at(NOW - 5 * HOUR), release: '1.1.0' });
    await post(at(NOW - 1 * HOUR));
    expect(await told()).toEqual(['1.0.0 posted 1', '1.1.0 posted 5', '1.0.0 posted 9']);
  });

  it('have one that was seen in another environment', async () => {
    await see(NOW - HOUR, '1.0.0', 'staging');
    await post();
    expect(await told()).toEqual(['1.0.0 posted 0', '1.0.0 seen 1']);
  });

  it('are those of the range and the filters, and the newest two hundred', async () => {
    await store.sql(
      `INSERT INTO monitoring.deploy (id, timestamp, app, environment, release, source)
       SELECT gen_random_uuid(), $1::timestamptz - make_interval(mins => n), 'api', 'production', n::text, 'posted'
       FROM generate_series(0, 249) AS n`,
      [new Date(NOW).toISOString()],
    );
    const all = await read();
    expect([all.total, all.deploys.length, all.deploys.at(-1)?.release]).toEqual([250, 200, '199']);
    const ranged = await read({ from: new Date(NOW - 2 * 60_000), to: new Date(NOW) });
    expect(ranged.deploys.map(({ release }) => release)).toEqual(['1', '2']);
    expect((await read({ release: '7', endpoint: '/x', method: 'GET' })).total).toBe(1);
    expect((await read({ app: "o'\0hara" })).deploys).toEqual([]);
    expect((await read({ environment: 'staging' })).total).toBe(0);
  });
});

it('keeps the deploys of the retention, and the newest of each app, environment and source', async () => {
  await see(NOW - 80 * DAY, 'seen-80');
  await see(NOW - 70 * DAY, 'seen-70');
  await see(NOW - 60 * DAY, 'staged-60', 'staging');
  await post({ ...at(NOW - 50 * DAY), release: 'posted-50' });
  await post({ ...at(NOW - 40 * DAY), release: 'posted-40' });
  await post({ ...at(NOW - 31 * DAY), environment: 'staging', release: 'staged-31' });
  await post({ ...at(NOW - 30 * DAY), environment: 'staging', release: 'staged-30' });
  await maintainPartitions(store.db, { retentionDays: 30 });
  expect((await read()).deploys.map(({ release }) => release)).toEqual([
    ...['staged-30', 'posted-40', 'staged-60', 'seen-70'],
  ]);
});
