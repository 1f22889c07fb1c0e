import { Failure } from '../process/failure.ts';

/** What `npm start` decides itself; the server reads and checks the rest of its settings. */
export interface Settings {
  readonly host: string;
  readonly port: number;
  readonly samplePort: number;
  /** Null: the embedded PostgreSQL. */
  readonly databaseUrl: string | null;
}

/** @throws Failure that names the variable and its mend. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const settings = {
    host: env['HOST'] || '0.0.0.0',
    port: readPort(env, 'PORT', 3000),
    samplePort: readPort(env, 'SAMPLE_PORT', 3001),
    databaseUrl: readDatabaseUrl(env),
  };
  if (settings.databaseUrl && !env['JWT_SECRET']) {
    throw new Failure(
      'JWT_SECRET is missing: with DATABASE_URL it has to be set, for example to what «openssl rand -hex 32» prints.',
    );
  }
  return settings;
}

function readPort(env: NodeJS.ProcessEnv, name: string, byDefault: number): number {
  const text = env[name] || String(byDefault);
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new Failure(`${name} is «${text}», which is no port: set it to a whole number from 1 to 65535.`);
}

/** The store of DATABASE_URL; null: the embedded one. @throws Failure that names the mend */
export function readDatabaseUrl(env: NodeJS.ProcessEnv): string | null {
  const url = env['DATABASE_URL'];
  if (!url) return null;
  if (/^postgres(ql)?:$/.test(URL.parse(url)?.protocol ?? '')) return url;
  throw new Failure(
    'DATABASE_URL is no PostgreSQL URL: give it the form postgres://user:password@host:5432/database.',
  );
}
