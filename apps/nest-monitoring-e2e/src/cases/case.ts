import type { Manner } from '../driver/exchange.js';

export type Platform = 'express' | 'fastify';

/** What a case says of both platforms, or of each. */
export type PerPlatform<T> = T | Readonly<Record<Platform, T>>;

export interface RequestSpec {
  /** Default: GET. */
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** A known user makes it. */
  readonly hasUser?: true;
}

/** Columns of a row. */
export type Columns = Readonly<Record<string, unknown>>;

/** What has to be in the store for one request: exactly these rows under its trace. */
export interface Recorded {
  readonly endpoint: PerPlatform<string>;
  /** Default: the status of the answer. */
  readonly statusCode?: PerPlatform<number>;
  /** Further columns of the row of system_metric, and others than those of an HTTP request. */
  readonly metric?: Columns;
  /** Further rows of system_metric. */
  readonly metrics?: readonly Columns[];
  /** It is no part of a request, and begins a trace of its own. */
  readonly beginsTrace?: true;
  /** A row of error_log. */
  readonly error?: PerPlatform<Columns | undefined>;
  /** Rows of user_activity. */
  readonly activities?: readonly Columns[];
  /** Rows of api_usage_metric. */
  readonly calls?: readonly Columns[];
}

/** One request: what is asked, what is answered, what is recorded. */
export interface Exchange {
  readonly request: RequestSpec;
  /** null: the client went away before it, or it is an answer without a status. */
  readonly status: PerPlatform<number> | null;
  /** What the answer contains besides. */
  readonly body?: string;
  /** null: nothing at all. */
  readonly recorded: Recorded | null;
}

export interface Case extends Manner {
  readonly name: string;
  /** The apps that it is for. Default: `plain`. */
  readonly apps?: readonly string[];
  /** Default: both platforms. */
  readonly only?: Platform;
  /** Sent over one connection. */
  readonly exchanges: readonly Exchange[];
  /** Instead of HTTP requests: another protocol, or none. Resolves with what came back; see `traceOf` for its traces. */
  readonly send?: (port: number, traces: readonly string[]) => Promise<string>;
}

/** A case of one request. */
export function single(
  name: string,
  request: RequestSpec | string,
  status: Exchange['status'],
  recorded: Recorded | string | null,
  more: Omit<Case, 'name' | 'exchanges'> & { readonly body?: string } = {},
): Case {
  const { body, ...manner } = more;
  const exchange: Exchange = {
    request: typeof request === 'string' ? { path: request } : request,
    status,
    recorded: typeof recorded === 'string' ? { endpoint: recorded } : recorded,
    ...(body !== undefined && { body }),
  };
  return { name, exchanges: [exchange], ...manner };
}

/** What holds on this platform. */
export function on<T>(platform: Platform, value: PerPlatform<T>): T {
  const isPerPlatform =
    typeof value === 'object' && value !== null && 'express' in value && 'fastify' in value;
  return isPerPlatform ? value[platform] : value;
}
