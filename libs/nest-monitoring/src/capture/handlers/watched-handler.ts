import type { HostRequest } from '../../monitoring.options.js';

/** A method of the host that something else than an HTTP route calls. */
export interface WatchedHandler {
  /** What its runs are recorded as: a type of its own for each transport. */
  readonly metricType: 'graphql' | 'websocket' | 'rpc' | 'job' | 'cron';
  /** Such as `PapersResolver.search`. */
  readonly name: string;
  /** What its transport calls this kind of run, such as `QUERY` or `EVENT`. */
  readonly verb: string | null;
  /** A run that succeeds is recorded as well. */
  readonly isTimed: boolean;
  /** Its runs are not recorded; that they tell the route of their request remains. */
  readonly isSkipped?: boolean;
  /** Who calls gets to see what it throws, as with HTTP; with jobs and timers, nobody does. */
  readonly isAnswered: boolean;
  /** Who called, where the arguments tell it. */
  caller?(args: readonly unknown[]): HostRequest | null;
  /** What else tells one run from another; never what was sent. */
  details?(args: readonly unknown[]): object;
}

export type HandlerClass = object & { readonly name: string; readonly prototype: object };
