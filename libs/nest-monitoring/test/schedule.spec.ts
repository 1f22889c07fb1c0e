import { Module } from '@nestjs/common';
import { ScheduleModule, SchedulerRegistry } from '@nestjs/schedule';
import { setTimeout } from 'node:timers/promises';
import { ChoresController, ChoresService } from './app/chores.service.js';
import { createHost, type Host } from './app/create-host.js';
import { Recorded } from './app/recorded.js';

@Module({
  imports: [ScheduleModule.forRoot()],
  providers: [ChoresService],
  controllers: [ChoresController],
})
class ChoresModule {}

const FAILING = [
  ['failing', 'failing', 'Error', 'no broom'],
  ['failing later', 'failingLater', 'Error', 'the broom broke'],
  ['text', 'text', 'NonError', 'just a string'],
] as const;

describe('methods that a schedule calls', () => {
  let recorded: Recorded;
  let host: Host;
  let second: Host;
  let unwatched: Host;

  beforeAll(async () => {
    recorded = await Recorded.open();
    const imports = [ChoresModule];
    host = await createHost('express', { url: recorded.url }, { imports });
    second = await createHost('express', { url: recorded.url, serviceName: 'second' }, { imports });
    unwatched = await createHost('express', { url: recorded.url }, { imports, monitored: false });
  });
  afterAll(async () => {
    for (const one of [host, second, unwatched]) await one.close();
    await recorded[Symbol.asyncDispose]();
  });
  beforeEach(async () => {
    // Those that fire by the clock have had their turn, and would be in the way.
    for (const { app } of [host, second, unwatched]) {
      const registry = app.get(SchedulerRegistry);
      registry.getIntervals().forEach((name) => registry.deleteInterval(name));
    }
    await recorded.clear(second.monitoring);
    await recorded.clear(host.monitoring);
  });

  const fire = (name: string, of = host) => of.app.get(SchedulerRegistry).getCronJob(name).fireOnTick();

  it('are timed by class and method, under a trace of their own', async () => {
    await fire('sweep');
    await fire('sweep');
    const runs = await recorded.runs(host.monitoring);
    const crons = runs.filter(({ metric_type }) => metric_type === 'cron');
    expect(crons).toMatchObject([
      {
        endpoint: 'ChoresService.sweep',
        method: null,
        metadata: { schedule: 'cron', name: 'sweep', success: true },
      },
      { endpoint: 'ChoresService.sweep' },
    ]);
    const traces = crons.map(({ trace_id }) => trace_id);
    expect(new Set(traces).size).toBe(2);
    const logged = runs.filter(({ metric_type }) => metric_type === 'swept');
    expect(logged.map(({ trace_id }) => trace_id).sort()).toEqual(traces.sort());
    expect(host.app.get(ChoresService).ran).toEqual(['sweep', 'sweep']);
  });

  it.each(FAILING)('that throw (%s) are recorded once', async (name, method, type, message) => {
    await fire(name);
    const runs = await recorded.runs(host.monitoring);
    expect(runs).toMatchObject([{ endpoint: `ChoresService.${method}`, metadata: { success: false } }]);
    expect(await recorded.errors(host.monitoring)).toMatchObject([
      {
        error_type: type,
        message,
        severity: 'high',
        endpoint: `ChoresService.${method}`,
        trace_id: runs[0]?.trace_id,
        metadata: { transport: 'cron', schedule: 'cron', name },
      },
    ]);
  });

  it('throw on what they throw, unchanged', () => {
    const chores = host.app.get(ChoresService);
    expect(() => chores.failing()).toThrow('no broom');
    expect(() => unwatched.app.get(ChoresService).failing()).toThrow('no broom');
    expect(chores.failing.name).toBe('failing');
  });

  it('record an error that was logged as it was logged, once', async () => {
    await fire('logged');
    expect(await recorded.errors(host.monitoring)).toMatchObject([
      { message: 'seen already', severity: 'low' },
    ]);
  });

  it('are left out where they say so', async () => {
    await fire('skipped');
    expect(await recorded.runs(host.monitoring)).toEqual([]);
    expect(await recorded.errors(host.monitoring)).toEqual([]);
  });

  it('are named by the class that they run in, where it inherits them', async () => {
    await fire('inherited');
    expect(await recorded.runs(host.monitoring)).toMatchObject([{ endpoint: 'ChoresService.inherited' }]);
  });

  it('carry their trace on to whom they call', async () => {
    host.app.get(ChoresService).url = host.url;
    await fire('asking');
    const [request] = await recorded.requests(host.monitoring);
    expect(request?.endpoint).toBe('/chores');
    const [run] = await recorded.runs(host.monitoring);
    expect(run).toMatchObject({ endpoint: 'ChoresService.asking', trace_id: request?.trace_id });
  });

  it('are a part of the request that calls them', async () => {
    expect((await fetch(`${host.url}/chores/fail`)).status).toBe(500);
    const [request] = await recorded.requests(host.monitoring);
    const [run] = await recorded.runs(host.monitoring);
    const [error, ...others] = await recorded.errors(host.monitoring);
    expect(others).toEqual([]);
    expect(error).toMatchObject({ endpoint: 'ChoresService.failing', message: 'no broom' });
    expect([run?.trace_id, error?.trace_id]).toEqual([request?.trace_id, request?.trace_id]);
  });

  it('count for the app that they run in, and for none where that is not monitored', async () => {
    await fire('failing', second);
    await fire('failing', unwatched);
    await second.monitoring.flush();
    expect(await recorded.runs(host.monitoring)).toMatchObject([{ app: 'second' }]);
    expect(await recorded.errors(host.monitoring)).toMatchObject([{ app: 'second' }]);
  });
});

describe('intervals and timeouts', () => {
  it('are recorded as what they are', async () => {
    await using recorded = await Recorded.open();
    const host = await createHost('express', { url: recorded.url }, { imports: [ChoresModule] });
    const schedules = async () => {
      const runs = await recorded.runs(host.monitoring);
      return new Map(runs.map(({ endpoint, metadata }) => [endpoint, metadata]));
    };
    let seen = await schedules();
    while (seen.size < 2) {
      await setTimeout(5);
      seen = await schedules();
    }
    await host.close();
    expect(seen.get('ChoresService.each')).toMatchObject({ schedule: 'interval', name: 'each' });
    expect(seen.get('ChoresService.soon')).toMatchObject({ schedule: 'timeout', name: 'soon' });
  });
});
