import { BullModule, getQueueToken } from '@nestjs/bullmq';
import { testRedisUrl } from '@scitex/monitoring-storage/testing';
import { QueueEvents, type JobsOptions, type Queue } from 'bullmq';
import { randomUUID } from 'node:crypto';
import { createHost, type Host } from './app/create-host.js';
import { DraftsProcessor, MailsProcessor, SecretsProcessor } from './app/mails.processor.js';
import { Recorded } from './app/recorded.js';

const QUEUES = ['mails', 'drafts', 'secrets'] as const;

describe('processors of BullMQ', () => {
  const resources = new AsyncDisposableStack();
  let recorded: Recorded;
  let host: Host;
  let events: Record<(typeof QUEUES)[number], QueueEvents>;

  beforeAll(async () => {
    recorded = resources.use(await Recorded.open());
    const connection = { url: testRedisUrl() };
    const prefix = randomUUID();
    const queues = BullModule.registerQueue(...QUEUES.map((name) => ({ name })));
    host = await createHost(
      'express',
      { url: recorded.url },
      {
        imports: [BullModule.forRoot({ connection, prefix }), queues],
        providers: [MailsProcessor, DraftsProcessor, SecretsProcessor],
      },
    );
    resources.defer(() => host.close());
    const heard = QUEUES.map((name) => [name, new QueueEvents(name, { connection, prefix })] as const);
    resources.defer(async () => {
      await Promise.all(heard.map(([, queue]) => queue.close()));
    });
    await Promise.all(heard.map(([, queue]) => queue.waitUntilReady()));
    events = Object.fromEntries(heard) as typeof events;
  });
  afterAll(() => resources.disposeAsync());
  beforeEach(() => recorded.clear(host.monitoring));

  const work = async (queue: (typeof QUEUES)[number], name: string, options: JobsOptions = {}) => {
    const job = await host.app.get<Queue>(getQueueToken(queue)).add(name, { to: 'ada@example.org' }, options);
    return (await job.waitUntilFinished(events[queue])) as unknown;
  };

  it('are timed by class and method, with the job and without what is in it', async () => {
    expect(await work('mails', 'send', { jobId: 'm-1' })).toBe('sent to ada@example.org');
    const runs = await recorded.runs(host.monitoring);
    const job = runs.find(({ metric_type }) => metric_type === 'job');
    expect(job).toMatchObject({
      endpoint: 'MailsProcessor.process',
      method: null,
      metadata: { queue: 'mails', job: 'send', jobId: 'm-1', attempt: 1, success: true },
    });
    expect(runs).toHaveLength(2);
    expect(runs.find(({ metric_type }) => metric_type === 'mail_length')).toMatchObject({
      endpoint: 'MailsProcessor.process',
      trace_id: job?.trace_id,
    });
    expect(JSON.stringify(runs)).not.toContain('ada@example.org');
    expect(await recorded.errors(host.monitoring)).toEqual([]);
  });

  it('that throw are recorded once for each attempt, and fail their job as before', async () => {
    await expect(work('mails', 'odd', { attempts: 2 })).rejects.toThrow('no such mail: odd');
    const runs = await recorded.runs(host.monitoring);
    expect(runs).toMatchObject([{ metadata: { success: false } }, { metadata: { success: false } }]);
    const errors = await recorded.errors(host.monitoring);
    expect(errors.map(({ metadata }) => metadata['attempt']).sort()).toEqual([1, 2]);
    const common = {
      endpoint: 'MailsProcessor.process',
      message: 'no such mail: odd',
      severity: 'high',
      metadata: { transport: 'job', queue: 'mails', job: 'odd' },
    };
    expect(errors).toMatchObject([common, common]);
    expect(errors.map(({ trace_id }) => trace_id).sort()).toEqual(
      runs.map(({ trace_id }) => trace_id).sort(),
    );
  });

  it('that throw a text are recorded, whatever BullMQ makes of it', async () => {
    await expect(work('mails', 'text')).rejects.toThrow();
    expect(await recorded.errors(host.monitoring)).toMatchObject([{ message: 'just a string' }]);
  });

  it('record an error that was logged as it was logged, once', async () => {
    await expect(work('mails', 'logged')).rejects.toThrow('seen already');
    expect(await recorded.errors(host.monitoring)).toMatchObject([{ severity: 'low' }]);
  });

  it('have not failed where they put a job off', async () => {
    expect(await work('mails', 'postponed')).toBe('sent later');
    expect(await recorded.runs(host.monitoring)).toHaveLength(2);
    expect(await recorded.errors(host.monitoring)).toEqual([]);
  });

  it('that are made for one job are watched too', async () => {
    expect(await work('drafts', 'any')).toBe('drafted');
    expect(await recorded.runs(host.monitoring)).toMatchObject([{ endpoint: 'DraftsProcessor.process' }]);
  });

  it('are left out where they say so', async () => {
    await expect(work('secrets', 'any')).rejects.toThrow('nobody has to know');
    expect(await recorded.runs(host.monitoring)).toEqual([]);
    expect(await recorded.errors(host.monitoring)).toEqual([]);
  });

  it('keep the traces of jobs that run at once apart', async () => {
    await Promise.all(Array.from({ length: 8 }, () => work('mails', 'send')));
    const runs = await recorded.runs(host.monitoring);
    const traces = (type: string) =>
      runs.filter((run) => run.metric_type === type).map(({ trace_id }) => trace_id);
    expect(new Set(traces('job')).size).toBe(8);
    expect(traces('job').sort()).toEqual(traces('mail_length').sort());
  });
});
