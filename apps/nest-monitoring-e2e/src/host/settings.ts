/** What the driver says to a host, in its environment. */
export interface HostSettings {
  readonly platform: 'express' | 'fastify';
  /** How this host is compiled. */
  readonly format: 'esm' | 'cjs';
  readonly isMonitored: boolean;
  /** Tells the rows of this host from those of all others. */
  readonly environment: string;
  readonly storeUrl: string;
  readonly redisUrl: string;
  /** A server that the host's handlers call. */
  readonly peerUrl: string;
  /** The apps of this process. */
  readonly apps: readonly string[];
  /** How the process is to end as soon as it serves; null: when it is told to. */
  readonly crash: 'exception' | 'rejection' | null;
}

export const SETTINGS_VARIABLE = 'HOST_SETTINGS';

export const settings = JSON.parse(process.env[SETTINGS_VARIABLE] ?? '{}') as HostSettings;
