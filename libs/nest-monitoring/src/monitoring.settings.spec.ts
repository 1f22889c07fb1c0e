import { resolveSettings } from './monitoring.settings.js';
import type { MonitoringModuleOptions } from './monitoring.options.js';

const OPTIONS: MonitoringModuleOptions = {
  serviceName: 'research-api',
  transport: { kind: 'postgres', url: 'postgres://monitor@db/monitoring' },
};
const resolve = (options: object) => resolveSettings({ ...OPTIONS, ...options });

describe('resolveSettings', () => {
  it('needs two options, and fills in the rest', () => {
    const { source, enabled, buffer, sampling } = resolve({});
    expect(source).toEqual({
      app: 'research-api',
      environment: process.env['NODE_ENV'],
      release: null,
      instance: expect.stringMatching(/-\d+$/),
    });
    expect({ enabled, sampling }).toEqual({
      enabled: true,
      sampling: { metrics: 1, errors: 1, apiCalls: 1, activities: 1 },
    });
    expect(buffer.shutdownTimeoutMs).toBe(5_000);
  });

  it.each([
    [{ serviceName: '' }, 'serviceName'],
    [{ serviceName: undefined }, 'serviceName'],
    [{ transport: undefined }, 'transport.kind'],
    [{ transport: { kind: 'kafka' } }, 'transport.kind'],
    [{ transport: { kind: 'postgres', url: undefined } }, 'transport.url'],
    [{ transport: { kind: 'postgres', url: 'mysql://x' } }, 'transport.url'],
    [{ environment: '' }, 'environment'],
    [{ exclude: ['health'] }, 'exclude'],
    [{ propagateTo: 'everywhere' }, 'propagateTo'],
    [{ propagateTo: [7] }, 'propagateTo'],
    [{ sampling: { metrics: 1.5 } }, 'sampling.metrics'],
    [{ buffer: { maxEvents: 0 } }, 'buffer.maxEvents'],
    [{ spool: { maxBytes: -1 } }, 'spool.maxBytes'],
    [{ spool: { directory: '' } }, 'spool.directory'],
    [{ overload: { eventLoopDelayMs: 0 } }, 'overload.eventLoopDelayMs'],
    [{ overload: { eventLoopDelayMs: '250' } }, 'overload.eventLoopDelayMs'],
  ])('refuses %j and names %s', (options, name) => {
    expect(() => resolve(options)).toThrow(`the option "${name}"`);
  });

  it('watches the event loop, unless it is told not to', () => {
    expect(resolve({}).overload).toEqual({ eventLoopDelayMs: 250 });
    expect(resolve({ overload: { eventLoopDelayMs: 80 } }).overload).toEqual({ eventLoopDelayMs: 80 });
    expect(resolve({ overload: false }).overload).toBeNull();
    expect(resolve({ enabled: false }).overload).toBeNull();
  });

  it('tells the mend for a store that is not configured', () => {
    expect(() => resolve({ transport: { kind: 'postgres', url: undefined } })).toThrow(
      /environment variable.*enabled: false/,
    );
  });

  it('asks for no store where monitoring is off', () => {
    expect(resolve({ enabled: false, transport: { kind: 'postgres', url: undefined } }).enabled).toBe(false);
  });
});
