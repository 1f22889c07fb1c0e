import type { Columns, Recorded } from './case.js';

/** The app whose handlers are called by other transports than HTTP. */
export const HYBRID = { apps: ['hybrid'] } as const;

/** A handler that runs, and how that ends. */
export interface Run {
  /** By class and method. */
  readonly handler: string;
  readonly type: 'graphql' | 'websocket' | 'rpc' | 'job' | 'cron';
  /** What its transport calls it. */
  readonly verb: string | null;
  /** Columns of the error that it ends with. */
  readonly error?: Columns | undefined;
  /** What it asks of the peer. */
  readonly call?: string | undefined;
}

/** The row of system_metric of a run. */
export const metricOf = ({ handler, type, verb, error }: Run): Columns => ({
  metric_type: type,
  endpoint: handler,
  method: verb,
  status_code: null,
  metadata: expect.objectContaining({ success: !error }),
});

/** The rows of a run beside that of system_metric. */
export const besides = ({ handler, type, verb, error, call }: Run) => ({
  ...(error && {
    error: {
      severity: 'high',
      endpoint: handler,
      method: verb,
      metadata: expect.objectContaining({ transport: type }),
      ...error,
    },
  }),
  ...(call && {
    calls: [{ api_name: 'peer', endpoint: `/fetched/${call}`, method: 'GET', status_code: 200 }],
  }),
});

/** What is stored of a run that no request asked for. */
export const ownRun = (run: Run): Recorded => ({
  endpoint: run.handler,
  beginsTrace: true,
  metric: metricOf(run),
  ...besides(run),
});
