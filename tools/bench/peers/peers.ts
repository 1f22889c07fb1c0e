import { join } from 'node:path';
import type { HostOptions } from '../host/host.ts';

/** What peers send to, or store in. */
export interface Sinks {
  /** Swallows what comes in over HTTP under `/<name>/`. */
  readonly origin: string;
  /** An empty database. */
  readonly storeUrl: string;
}

export interface Peer {
  /** As the table calls it. */
  readonly title: string;
  /** The folder with the newest Nest that it works on, whose bare app it is measured against. */
  readonly folder: PeerFolder;
  readonly host: Omit<HostOptions, 'env'>;
  readonly env?: (sinks: Sinks) => Readonly<Record<string, string>>;
}

export type PeerFolder = 'nest-11' | 'nest-12';
export const PEER_FOLDERS: readonly PeerFolder[] = ['nest-11', 'nest-12'];

export const folderOf = (folder: PeerFolder) => join(import.meta.dirname, folder);
const file = (folder: PeerFolder, name: string) => join(folderOf(folder), name);

/** The app as it is, on the Nest of a folder. */
export function bareOn(folder: PeerFolder): HostOptions {
  return { name: `bare-${folder}`, entry: file(folder, 'bare.ts') };
}

const sentry = (name: string) => ({
  name,
  entry: file('nest-11', 'sentry.ts'),
  preload: file('nest-11', 'sentry.instrument.ts'),
});

/** A DSN names the host, the project 1 and a key of any kind; the sink asks for none. */
const dsn = (origin: string, name: string) => `${origin.replace('://', '://key@')}/${name}/1`;

/** Each set up as its own documentation says, with what it has that the module has as well switched on. */
export const PEERS: readonly Peer[] = [
  {
    title: 'prom-client, histogram middleware',
    folder: 'nest-12',
    host: { name: 'prom-client', entry: file('nest-12', 'prom-client.ts') },
  },
  {
    title: 'nestjs-telescope, in memory',
    folder: 'nest-12',
    host: { name: 'telescope', entry: file('nest-12', 'telescope.ts') },
  },
  {
    title: 'interceptor with repository.insert',
    folder: 'nest-12',
    host: { name: 'insert', entry: file('nest-12', 'insert.ts') },
    env: ({ storeUrl }) => ({ STORE_URL: storeUrl }),
  },
  {
    title: 'Apitally',
    folder: 'nest-11',
    host: { name: 'apitally', entry: file('nest-11', 'apitally.ts') },
    env: ({ origin }) => ({ APITALLY_HUB_BASE_URL: `${origin}/apitally` }),
  },
  {
    title: 'OpenTelemetry, http and nestjs',
    folder: 'nest-11',
    host: {
      name: 'opentelemetry',
      entry: file('nest-11', 'opentelemetry.ts'),
      preload: file('nest-11', 'opentelemetry.instrument.ts'),
    },
    env: ({ origin }) => ({ OTEL_EXPORTER_OTLP_ENDPOINT: `${origin}/opentelemetry` }),
  },
  {
    title: 'Sentry, errors only',
    folder: 'nest-11',
    host: sentry('sentry-errors'),
    env: ({ origin }) => ({ SENTRY_DSN: dsn(origin, 'sentry-errors') }),
  },
  {
    title: 'Sentry, traces at 1.0',
    folder: 'nest-11',
    host: sentry('sentry-traces'),
    env: ({ origin }) => ({ SENTRY_DSN: dsn(origin, 'sentry-traces'), TRACES_SAMPLE_RATE: '1' }),
  },
];
