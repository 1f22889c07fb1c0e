import type { EventKind } from '@scitex/monitoring-contracts';
import type { IncomingHttpHeaders } from 'node:http';

/** The request as the host's own handlers see it: Express's, or Fastify's. */
export interface HostRequest {
  readonly headers: IncomingHttpHeaders;
  readonly method?: string;
  readonly url?: string;
  readonly ip?: string;
  readonly user?: unknown;
  readonly session?: unknown;
  readonly query?: unknown;
}

/** A user of the monitored application: an opaque id, and a name to show for it. */
export interface Identity {
  readonly id: string;
  readonly label?: string | null;
}

/** Stores events straight into the monitor's PostgreSQL, through a small pool of its own. */
export interface PostgresTransportOptions {
  readonly kind: 'postgres';
  /** `postgres://user:password@host:5432/database`; typed so that `process.env.X` fits. */
  readonly url: string | undefined;
  /** Connections kept at most. Default 2. */
  readonly poolSize?: number;
}

/** Turns the requests of a route into activities of one type, or of none; the first rule that fits counts. */
export interface ActivityRule {
  /** A route template such as `/papers/:id`, a folder of them such as `/papers/*`, or a RegExp. */
  readonly route: string | RegExp;
  /** An HTTP method; every method where it is left out. */
  readonly method?: string;
  /** The activity's type; `false` records nothing. */
  readonly type: string | false;
  readonly module?: string;
  readonly feature?: string;
}

/** Which outbound calls carry the trace of their request: all, none, those to the inside, or those listed. */
export type TraceTargets = boolean | 'inside' | readonly (string | RegExp)[];

export interface BufferOptions {
  /** Events kept at most while they wait to be stored. Default 50,000. */
  readonly maxEvents?: number;
  /** Bytes kept at most, approximately. Default 32 MiB. */
  readonly maxBytes?: number;
  /** Events sent at once at most. Default 5,000. */
  readonly batchSize?: number;
  /** Milliseconds between two sends. Default 1,000. */
  readonly flushIntervalMs?: number;
  /** Milliseconds that a shutdown waits at most for what is still buffered. Default 5,000. */
  readonly shutdownTimeoutMs?: number;
}

/** Where batches wait while the store is away. */
export interface SpoolOptions {
  /** A folder on a local disk that outlives the process. Default: the system's temporary folder. */
  readonly directory?: string;
  /** Bytes on the disk at most, for each process. Default 512 MiB. */
  readonly maxBytes?: number;
}

export interface ScrubOptions {
  /** Key words beside the built-in ones (`password`, `token`, `authorization` …) whose values are replaced. */
  readonly keys?: readonly string[];
}

/**
 * The options of `MonitoringModule.forRoot`. Only `serviceName` and `transport` are required.
 * @example { serviceName: 'research-api', transport: { kind: 'postgres', url: process.env.MONITORING_DATABASE_URL } }
 */
export interface MonitoringModuleOptions {
  /** The name of this service on every figure. */
  readonly serviceName: string;
  /** Where events go. */
  readonly transport: PostgresTransportOptions;
  /**
   * Default: `NODE_ENV`, else `production`. A deployment that set no NODE_ENV is far more often
   * a real one than not, and must not vanish behind the filter for `production`.
   */
  readonly environment?: string;
  /** A version or commit. Default: none. */
  readonly release?: string | undefined;
  /** Tells the processes of one service apart. Default: `<hostname>-<pid>`. */
  readonly instance?: string;
  /** `false` captures nothing and opens no connection. Default `true`. */
  readonly enabled?: boolean;
  /**
   * Paths that are not recorded: a string is a path with all below it, a RegExp is tested against the path.
   * Replaces `DEFAULT_EXCLUDES` (static files, health probes, the monitoring endpoints); spread it to add to it.
   */
  readonly exclude?: readonly (string | RegExp)[];
  /** API name -> host (`api.example.org`, `api.example.org:8443`) or RegExp on the URL. Default name: the host. */
  readonly apis?: Readonly<Record<string, string | RegExp>>;
  /**
   * Which outbound calls carry the `traceparent` (and `tracestate`) of the request that they are made for: `true` all,
   * `false` none, a list of hosts or RegExps on the URL, or `inside`: private and loopback addresses, names without a
   * dot, and names under a suffix that is never public (`.local`, `.internal`, `.svc` …).
   * Default `inside`: a third party needs no id by which it can tell which of its calls belong together, and gets to
   * see no `tracestate` of yours. List the public names of your own services.
   */
  readonly propagateTo?: TraceTargets;
  /**
   * Who makes a request. Default: `request.user` with `id`, `sub`, `userId` or `_id`, and `name`, `email` or `username`.
   * Also asked for what comes over a WebSocket or from a message broker: `headers` are then those that the socket was
   * opened with, or none, and `user` is what a guard left on the client, or on the context of the message.
   */
  user?(request: HostRequest): Identity | string | null | undefined;
  /** The session of a request, stored as it is. Default: a hash of `request.sessionID`, `request.session.id` or `.sessionId`. */
  session?(request: HostRequest): string | null | undefined;
  /** Rules that override the activity types derived from method and route; `false` records no activity at all. */
  readonly activities?: readonly ActivityRule[] | false;
  /** The share of events kept, 0 to 1, by kind; what is left out counts as dropped (`sampled`). Default: 1 for all. */
  readonly sampling?: Partial<Readonly<Record<EventKind, number>>>;
  readonly buffer?: BufferOptions;
  /** `false` keeps what cannot be stored in memory alone. Default: a spool in the system's temporary folder. */
  readonly spool?: SpoolOptions | false;
  readonly scrub?: ScrubOptions;
}
