import { Failure } from '../process/failure.ts';

/** What `npm start` decides itself; the server reads and checks the rest of its settings. */
export interface Settings {
  readonly host: string;
  readonly port: number;
  /** Null: 3001, or the next one that is free. */
  readonly samplePort: number | null;
  /** Null: the embedded PostgreSQL. */
  readonly databaseUrl: string | null;
}

/** @throws Failure that names the variable and its mend. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const settings = {
    host: env['HOST'] || '0.0.0.0',
    port: env['PORT'] ? readPort(env, 'PORT') : 3000,
    samplePort: env['SAMPLE_PORT'] ? readPort(env, 'SAMPLE_PORT') : null,
    databaseUrl: readDatabaseUrl(env),
  };
  checkEmail(env['MONITORING_ADMIN_EMAIL']);
  if (settings.databaseUrl && !env['JWT_SECRET']) {
    throw new Failure(
      'JWT_SECRET is missing: with DATABASE_URL it has to be set, for example to what «openssl rand -hex 32» prints.',
    );
  }
  return settings;
}

function readPort(env: NodeJS.ProcessEnv, name: string): number {
  const text = env[name] ?? '';
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new Failure(`${name} is «${text}», which is no port: set it to a whole number from 1 to 65535.`);
}

/** The server sees it only where there is an account to create; a wrong one is told at every start. */
function checkEmail(email: string | undefined): void {
  if (!email || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) return;
  throw new Failure(
    `MONITORING_ADMIN_EMAIL is «${email}», which is no e-mail address: write it as name@example.org.`,
  );
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
