import { randomUUID } from 'node:crypto';
import { JwtService } from '@nestjs/jwt';
import { problemSchema, type Batch, type ErrorEvent, type MetricEvent } from '@scitex/monitoring-contracts';
import { BatchWriter, StaffAccount } from '@scitex/monitoring-storage';
import { LiveReader } from '../support/live-reader.js';
import { emailOf, PASSWORD, startTestApp, type TestApp } from '../support/test-app.js';

const NAME = 'scitex-monitoring-live';

let server: TestApp;
let writer: BatchWriter;
const readers: LiveReader[] = [];

beforeAll(async () => {
  server = await startTestApp();
  writer = new BatchWriter({ url: server.store.url });
});
afterAll(async () => {
  await writer.close();
  await server.close();
});
afterEach(async () => {
  await Promise.all(readers.splice(0).map((reader) => reader.close()));
});

async function open(query = '', lastEventId?: string, url = server.url, token = server.tokens.viewer) {
  const reader = await LiveReader.open(url, token, query, lastEventId);
  readers.push(reader);
  return reader;
}

/** A stream of a server that is in touch with the store. */
async function openLive(...parameters: Parameters<typeof open>) {
  const reader = await open(...parameters);
  await reader.find('summary', ({ stale }) => !stale);
  return reader;
}

function batch(
  app: string,
  { metrics = [], errors = [] }: Partial<Pick<Batch, 'metrics' | 'errors'>>,
): Batch {
  const source = { app, environment: 'production', release: null, instance: 'one' };
  return { id: randomUUID(), source, metrics, errors, apiCalls: [], activities: [] };
}

function request(weight = 1, statusCode = 200): MetricEvent {
  return {
    ...{ timestamp: Date.now(), metricType: 'response_time', endpoint: '/papers', method: 'GET', value: 10 },
    ...{ statusCode, userId: null, traceId: null, metadata: {}, weight },
  };
}

function failure(errorType: string): ErrorEvent {
  return {
    ...{
      timestamp: Date.now(),
      severity: 'high',
      errorType,
      message: 'Paper 42 not found',
      stackTrace: null,
    },
    ...{ endpoint: null, method: null, userId: null, userAgent: null, ipAddress: null, traceId: null },
    metadata: {},
  };
}

const store = (app: string, weight = 1) => writer.write(batch(app, { metrics: [request(weight)] }));
const of = (app: string) => (summary: { sources: { app: string }[] }) =>
  summary.sources.some((source) => source.app === app);
const sql = (text: string, parameters: unknown[] = []): Promise<Record<string, unknown>[]> =>
  server.store.dataSource.query(text, parameters);
const listeners = () =>
  sql('SELECT pid FROM pg_stat_activity WHERE application_name = $1 AND datname = current_database()', [
    NAME,
  ]);
const signIn = async () => {
  const answer = await server.post('auth/login', { email: emailOf('staff'), password: PASSWORD });
  const { accessToken } = (await answer.json()) as { accessToken: string };
  return { accessToken, cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
};

it('tells what was stored, how much and where', async () => {
  const reader = await openLive();
  await store('counted', 7);
  const { data } = await reader.find('summary', of('counted'));
  const stored = { metrics: 7, errors: 0, apiCalls: 0, activities: 0 };
  expect(data).toMatchObject({
    stale: false,
    sources: [{ app: 'counted', environment: 'production', stored }],
  });
});

it('is neither compressed nor kept back nor kept, and says when to come back', async () => {
  const { answer } = await open();
  expect(answer.headers.get('content-type')).toBe('text/event-stream');
  expect(answer.headers.get('content-encoding')).toBeNull();
  expect(answer.headers.get('x-accel-buffering')).toBe('no');
  expect(answer.headers.get('cache-control')).toContain('no-store');
});

it('tells only of the app and the environment that it is asked for', async () => {
  const [narrow, wide] = [await openLive('?app=wanted'), await openLive()];
  await store('other');
  await wide.find('summary', of('other'));
  await store('wanted');
  await narrow.find('summary', of('wanted'));
  expect(narrow.events.flatMap(({ data }) => ('sources' in data ? data.sources : []))).toMatchObject([
    { app: 'wanted' },
  ]);
});

it('names errors that are new, and those that came back', async () => {
  const reader = await openLive();
  await writer.write(batch('papers', { errors: [failure('NotFound')] }));
  const { data } = await reader.find('error');
  expect(data).toEqual({
    ...{ change: 'new', id: expect.any(String), errorType: 'NotFound', title: 'Paper 42 not found' },
    ...{ severity: 'high', app: 'papers', environment: 'production' },
  });
  await writer.write(batch('papers', { errors: [failure('NotFound')] }));
  await sql(`UPDATE monitoring.error_group SET status = 'resolved'`);
  await writer.write(batch('papers', { errors: [failure('NotFound')] }));
  await reader.find('error', ({ change }) => change === 'regressed');
  expect(reader.events.filter(({ type }) => type === 'error')).toHaveLength(2);
});

it('tells once when the health of what it is asked for changes', async () => {
  const reader = await openLive('?app=sick');
  const changed = reader.find('health').then(() => true);
  // When health was judged first is not known from outside: every batch outweighs those before it.
  for (let weight = 1, isBad = true, isOver = false; !isOver; weight *= 50, isBad = !isBad) {
    const told = reader.find('summary', of('sick'), reader.events.length).then(() => false);
    await writer.write(batch('sick', { metrics: [request(weight, isBad ? 500 : 200)] }));
    isOver = await Promise.race([changed, told]);
  }
  const { data } = await reader.find('health');
  expect(data.previous).not.toBe(data.health.healthStatus);
});

describe('a client that comes back', () => {
  it('is told what it missed, and nothing twice', async () => {
    const first = await openLive();
    await store('before');
    const { id } = await first.find('summary', of('before'));
    await first.close();
    const watch = await openLive();
    await store('meanwhile', 3);
    await watch.find('summary', of('meanwhile'));
    const second = await open('', id);
    const { data } = await second.find('summary');
    expect(data).toMatchObject({ refetch: false, sources: [{ app: 'meanwhile', stored: { metrics: 3 } }] });
  });

  it.each(['0123456789ab-1', '-', 'nonsense', 'ffffffffffff-99999999999999999999'])(
    'from elsewhere (%s) is told to read everything anew',
    async (id) => {
      const { data } = await (await open('', id)).find('summary');
      expect(data.refetch).toBe(true);
    },
  );
});

it('is told to read everything anew after the server had lost touch with the store', async () => {
  const reader = await openLive();
  const before = reader.events.length;
  const cut = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name = $1 AND datname = current_database()`;
  await sql(cut, [NAME]);
  await reader.find('summary', ({ stale, refetch }) => !stale && refetch, before);
  await store('after-the-cut');
  await reader.find('summary', of('after-the-cut'));
});

it('takes one connection of the store, however many pages there are', async () => {
  const pages = await Promise.all(Array.from({ length: 10 }, () => openLive()));
  expect(await listeners()).toHaveLength(1);
  await store('seen-by-all');
  await Promise.all(pages.map((page) => page.find('summary', of('seen-by-all'))));
});

describe('ends', () => {
  it('when its session ends', async () => {
    const { accessToken, cookie } = await signIn();
    const reader = await openLive('', undefined, server.url, accessToken);
    await server.post('auth/logout', {}, { cookie });
    await reader.ended;
  });

  it('when its account is deactivated', async () => {
    const { accessToken } = await signIn();
    const reader = await openLive('', undefined, server.url, accessToken);
    const accounts = server.store.dataSource.getRepository(StaffAccount);
    await accounts.update({ email: emailOf('staff') }, { active: false });
    await reader.ended;
    await accounts.update({ email: emailOf('staff') }, { active: true });
  });

  it('when its access token expires', async () => {
    const { accessToken } = await signIn();
    const jwt = server.app.get(JwtService);
    const { sub, sid } = jwt.decode<{ sub: string; sid: string }>(accessToken);
    const brief = await jwt.signAsync({ sub, sid }, { expiresIn: 2 });
    await (
      await openLive('', undefined, server.url, brief)
    ).ended;
  });

  it('without what another session does', async () => {
    const [mine, other] = [await signIn(), await signIn()];
    const reader = await openLive('', undefined, server.url, mine.accessToken);
    const theirs = await openLive('', undefined, server.url, other.accessToken);
    await server.post('auth/logout', {}, { cookie: other.cookie });
    await theirs.ended;
    await store('still-here');
    await reader.find('summary', of('still-here'));
  });
});

describe('refuses', () => {
  const problemOf = async (answer: Response) => problemSchema.parse(await answer.json());

  it('a token that names no session', async () => {
    const jwt = server.app.get(JwtService);
    const { sub } = jwt.decode<{ sub: string }>(server.tokens.viewer);
    const answer = await server.get('stream', await jwt.signAsync({ sub }));
    expect([answer.status, (await problemOf(answer)).detail]).toEqual([
      401,
      expect.stringContaining('Sign in'),
    ]);
  });

  it('a field that it does not know', async () => {
    const answer = await server.get('stream?release=1');
    expect(answer.status).toBe(400);
    expect((await problemOf(answer)).errors).toMatchObject([{ field: 'release' }]);
  });

  it('more streams of one account than it may have, until one is closed', async () => {
    const token = server.tokens.admin;
    const many = await Promise.all(
      Array.from({ length: 20 }, () => openLive('', undefined, server.url, token)),
    );
    const refused = await server.get('stream', token);
    expect(refused.status).toBe(429);
    expect((await problemOf(refused)).detail).toContain('close a few');
    await many[0]?.close();
    const retry = async (): Promise<number> => {
      const reader = await open('', undefined, server.url, token);
      return reader.answer.status === 429 ? retry() : reader.answer.status;
    };
    expect(await retry()).toBe(200);
  });
});
