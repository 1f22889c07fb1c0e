import { EVENT_KINDS, type EventKind, type Source } from '@scitex/monitoring-contracts';
import { hostname } from 'node:os';
import { DEFAULT_EXCLUDES } from './capture/inbound/exclusion.js';
import type {
  BufferOptions,
  MonitoringModuleOptions,
  OverloadOptions,
  SpoolOptions,
  TraceTargets,
} from './monitoring.options.js';
import { MonitoringOptionsError } from './monitoring.options-error.js';
import { spoolHome } from './recording/spool/spool-home.js';
import type { SpoolSettings } from './recording/spool/spool.js';

/** The options, checked and with every default filled in. */
export interface MonitoringSettings extends Omit<
  MonitoringModuleOptions,
  'sampling' | 'buffer' | 'spool' | 'overload' | 'exclude'
> {
  readonly source: Source;
  readonly enabled: boolean;
  readonly url: string;
  readonly exclude: readonly (string | RegExp)[];
  readonly apis: Readonly<Record<string, string | RegExp>>;
  readonly propagateTo: TraceTargets;
  readonly sampling: Readonly<Record<EventKind, number>>;
  readonly buffer: Readonly<Required<BufferOptions>>;
  /** null: memory alone. */
  readonly spool: SpoolSettings | null;
  /** null: everything in full, always. */
  readonly overload: Readonly<Required<OverloadOptions>> | null;
}

const BUFFER: Required<BufferOptions> = {
  maxEvents: 50_000,
  maxBytes: 32 * 1024 * 1024,
  batchSize: 5_000,
  flushIntervalMs: 1_000,
  shutdownTimeoutMs: 5_000,
};

/** Far above the pauses of garbage collection; every request of such a second waits for so long at worst. */
const OVERLOAD: Required<OverloadOptions> = { eventLoopDelayMs: 250 };

const SPOOL_BYTES = 512 * 1024 * 1024;

/** @throws MonitoringOptionsError that names the option and the mend. */
export function resolveSettings(options: MonitoringModuleOptions): MonitoringSettings {
  const enabled = options.enabled ?? true;
  const source = sourceOf(options);
  return {
    ...options,
    source,
    enabled,
    url: enabled ? storeUrl(options) : '',
    exclude: patterns(options.exclude ?? DEFAULT_EXCLUDES),
    apis: options.apis ?? {},
    propagateTo: traceTargets(options.propagateTo ?? 'inside'),
    sampling: shares(options.sampling ?? {}),
    buffer: limits(options.buffer ?? {}),
    spool: enabled ? spool(options.spool ?? {}, source) : null,
    overload: enabled ? overload(options.overload ?? {}) : null,
  };
}

function sourceOf({ serviceName, environment, release, instance }: MonitoringModuleOptions): Source {
  return {
    app: label('serviceName', serviceName),
    environment: label('environment', environment ?? (process.env['NODE_ENV'] || 'production')),
    release: release === undefined ? null : label('release', release),
    instance: label('instance', instance ?? `${hostname()}-${process.pid}`),
  };
}

function label(option: string, value: unknown): string {
  if (typeof value === 'string' && value.length > 0 && value.length <= 512) return value;
  throw new MonitoringOptionsError(option, `must be a text of 1 to 512 characters`, 'research-api');
}

function storeUrl({ transport }: MonitoringModuleOptions): string {
  const example = 'postgres://user:password@localhost:5432/monitoring';
  if (transport?.kind !== 'postgres')
    throw new MonitoringOptionsError('transport.kind', "must be 'postgres'", 'postgres');
  if (!transport.url)
    throw new MonitoringOptionsError(
      'transport.url',
      'is missing: set the environment variable that you read it from, or set enabled: false',
      example,
    );
  if (!/^postgres(ql)?:\/\//.test(transport.url) || !URL.canParse(transport.url))
    throw new MonitoringOptionsError('transport.url', 'must be a postgres:// URL', example);
  return transport.url;
}

function patterns(exclude: readonly unknown[]): readonly (string | RegExp)[] {
  const fits = (pattern: unknown): pattern is string | RegExp =>
    pattern instanceof RegExp || (typeof pattern === 'string' && pattern.startsWith('/'));
  if (Array.isArray(exclude) && exclude.every(fits)) return exclude;
  throw new MonitoringOptionsError('exclude', 'must hold RegExps, and paths that begin with /', '/internal');
}

function traceTargets(targets: unknown): TraceTargets {
  const fits = (target: unknown) => typeof target === 'string' || target instanceof RegExp;
  if (typeof targets === 'boolean' || targets === 'inside') return targets;
  if (Array.isArray(targets) && targets.every(fits)) return targets as TraceTargets;
  throw new MonitoringOptionsError('propagateTo', "must be a boolean, 'inside', or a list of hosts", 'a.org');
}

function shares(sampling: Partial<Record<EventKind, number>>): Record<EventKind, number> {
  const share = (kind: EventKind) => {
    const value = sampling[kind] ?? 1;
    if (value >= 0 && value <= 1) return value;
    throw new MonitoringOptionsError(`sampling.${kind}`, 'must be a share between 0 and 1', '0.25');
  };
  return Object.fromEntries(EVENT_KINDS.map((kind) => [kind, share(kind)])) as Record<EventKind, number>;
}

function limits(buffer: BufferOptions): Required<BufferOptions> {
  const merged = { ...BUFFER, ...buffer };
  for (const [name, value] of Object.entries(merged)) checkCount(`buffer.${name}`, value);
  return merged;
}

function spool(options: SpoolOptions | false, source: Source): SpoolSettings | null {
  if (options === false) return null;
  const { directory, maxBytes = SPOOL_BYTES } = options;
  checkCount('spool.maxBytes', maxBytes);
  if (directory !== undefined && (typeof directory !== 'string' || directory === ''))
    throw new MonitoringOptionsError('spool.directory', 'must be a path', '/var/spool/research-api');
  return { home: spoolHome(source, directory), maxBytes };
}

function overload(options: OverloadOptions | false): Required<OverloadOptions> | null {
  if (options === false) return null;
  const merged = { ...OVERLOAD, ...options };
  checkCount('overload.eventLoopDelayMs', merged.eventLoopDelayMs);
  return merged;
}

function checkCount(option: string, value: unknown): void {
  if (Number.isSafeInteger(value) && Number(value) > 0) return;
  throw new MonitoringOptionsError(option, 'must be a positive whole number', '1000');
}
